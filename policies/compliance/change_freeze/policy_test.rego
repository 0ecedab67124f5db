package gatehouse.compliance.change_freeze_test

import data.gatehouse.compliance.change_freeze as policy

sheet(proposal) := {
	"ref": "change:default/c",
	"proposal": object.union({"environment": "environment:default/production"}, proposal),
}

test_finds_a_window_in_a_freeze if {
	some finding in policy.violation with input as sheet({
		"freeze": "end of year",
		"window": {"start": "2026-12-24T09:00:00Z", "end": "2026-12-24T10:00:00Z"},
	})
	finding.msg == concat("", [
		"The window from 2026-12-24T09:00:00Z to 2026-12-24T10:00:00Z ",
		"falls into a freeze of production: end of year.",
	])
}

test_finds_a_change_without_window_in_a_freeze if {
	some finding in policy.violation with input as sheet({"freeze": "end of year"})
	startswith(finding.msg, "A change without a window")
}

test_accepts_any_other_time if {
	count(policy.violation) == 0 with input as sheet({})
}
