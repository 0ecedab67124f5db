package gatehouse.compliance.plain_text_secret_test

import data.gatehouse.compliance.plain_text_secret as policy

sheet(properties) := {"ref": "component:default/a", "subject": {"properties": properties}}

test_finds_a_secret_and_does_not_repeat_it if {
	found := policy.violation with input as sheet({"plainTextSecret": "hunter2"})
	{finding.msg | some finding in found} == {"a has a secret in plain text in its declaration."}
	not contains(json.marshal(found), "hunter2")
}

test_accepts_none if {
	count(policy.violation) == 0 with input as sheet({"plainTextSecret": "false"})
	count(policy.violation) == 0 with input as sheet({"team": "a"})
}
