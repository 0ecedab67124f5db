package gatehouse.compliance.encryption_in_transit_test

import data.gatehouse.compliance.encryption_in_transit as policy

sheet(flow) := {
	"ref": "component:default/shop",
	"sends": [object.union({"ref": "flow:default/f", "other": {"ref": "external:default/psp"}}, flow)],
}

test_finds_classified_data_in_the_clear if {
	some finding in policy.violation with input as sheet({"carries": ["payment"], "protocol": "http"})
	finding.path == ["flow:default/f"]
	finding.msg == "shop sends payment data to psp without encryption."
}

test_finds_an_unknown_protocol if {
	count(policy.violation) == 1 with input as sheet({"carries": ["payment"]})
}

test_accepts_an_encrypted_protocol if {
	count(policy.violation) == 0 with input as sheet({"carries": ["payment"], "protocol": "HTTPS"})
}

test_accepts_the_tag if {
	count(policy.violation) == 0 with input as sheet({"carries": ["payment"], "tags": ["encrypted"]})
}

test_accepts_data_without_classification if {
	count(policy.violation) == 0 with input as sheet({"protocol": "http"})
}
