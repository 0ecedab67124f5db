package gatehouse.compliance.authenticated_flows_test

import data.gatehouse.compliance.authenticated_flows as policy

sheet(flow) := {
	"ref": "component:default/shop",
	"sends": [object.union({"ref": "flow:default/f", "other": {"ref": "component:default/mail"}}, flow)],
}

test_finds_classified_data_to_anybody if {
	some finding in policy.violation with input as sheet({"carries": ["personal"], "tags": ["encrypted"]})
	finding.path == ["flow:default/f"]
	finding.msg == "shop sends personal data to mail, which nobody said to be authenticated."
}

test_accepts_the_tag if {
	count(policy.violation) == 0 with input as sheet({"carries": ["personal"], "tags": ["authenticated"]})
}

test_accepts_an_authenticated_protocol if {
	count(policy.violation) == 0 with input as sheet({"carries": ["personal"], "protocol": "mTLS"})
}

test_accepts_data_without_classification if {
	count(policy.violation) == 0 with input as sheet({})
}
