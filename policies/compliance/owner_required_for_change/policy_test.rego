package gatehouse.compliance.owner_required_for_change_test

import data.gatehouse.compliance.owner_required_for_change as policy

sheet(touched) := {"touched": [touched]}

owned := {"ref": "component:default/a", "owner": "group:default/team"}

orphan := {"ref": "component:default/a"}

test_finds_a_component_without_owner if {
	some finding in policy.violation with input as sheet({
		"ref": "component:default/a",
		"after": orphan,
		"how": ["add", "deploy"],
	})
	finding.key == ["component:default/a"]
	finding.msg == "a is changed (add, deploy), and nobody owns it."
}

test_accepts_an_owned_component if {
	count(policy.violation) == 0 with input as sheet({"ref": "component:default/a", "after": owned, "how": ["deploy"]})
}

test_accepts_a_removal if {
	count(policy.violation) == 0 with input as sheet({
		"ref": "component:default/a",
		"before": orphan,
		"how": ["remove"],
	})
}

test_accepts_an_external if {
	count(policy.violation) == 0 with input as sheet({
		"ref": "external:default/psp",
		"after": {"ref": "external:default/psp"},
		"how": ["set"],
	})
}

test_accepts_the_far_end_of_an_edge if {
	count(policy.violation) == 0 with input as sheet({"ref": "component:default/a", "after": orphan, "how": ["edge"]})
}
