package gatehouse.compliance.separation_of_duties_test

import data.gatehouse.compliance.separation_of_duties as policy

sheet(proposal) := {"ref": "change:default/c", "proposal": proposal}

test_finds_a_change_without_requester if {
	count(policy.violation) == 1 with input as sheet({})
}

test_finds_a_person_without_team if {
	some finding in policy.violation with input as sheet({"requestedBy": "user:default/ann"})
	startswith(finding.msg, "ann asks for this change alone: ")
}

test_accepts_a_team if {
	count(policy.violation) == 0 with input as sheet({
		"requestedBy": "group:default/shop",
		"requesterGroups": ["group:default/shop"],
	})
}

test_accepts_a_member_of_a_team if {
	count(policy.violation) == 0 with input as sheet({
		"requestedBy": "user:default/ann",
		"requesterGroups": ["group:default/shop"],
	})
}
