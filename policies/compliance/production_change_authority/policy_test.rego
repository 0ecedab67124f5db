package gatehouse.compliance.production_change_authority_test

import data.gatehouse.compliance.production_change_authority as policy

sheet(proposal, touched) := {
	"ref": "change:default/c",
	"proposal": object.union(
		{
			"production": true,
			"requestedBy": "group:default/shop",
			"requesterGroups": ["group:default/shop"],
		},
		proposal,
	),
	"touched": [object.union({"ref": "component:default/ledger", "how": ["deploy"]}, touched)],
}

strange := {"owner": "group:default/bank", "tier": 1}

test_finds_a_stranger if {
	some finding in policy.violation with input as sheet({}, {"before": strange, "after": strange})
	finding.key == ["component:default/ledger"]
	finding.msg == "shop asks to change ledger of tier 1, which belongs to bank."
	[fact.name | some fact in finding.facts] == ["owner", "tier"]
}

test_asks_the_owner_before_the_change if {
	some finding in policy.violation with input as sheet({}, {
		"before": strange,
		"after": {"owner": "group:default/shop", "tier": 1},
	})
	[fact.name | some fact in finding.facts] == ["owner before the change", "tier"]
}

test_asks_by_the_tier_before_the_change if {
	count(policy.violation) == 1 with input as sheet({}, {
		"before": strange,
		"after": {"owner": "group:default/bank", "tier": 3},
	})
}

test_accepts_the_owner if {
	count(policy.violation) == 0 with input as sheet({}, {"before": {"owner": "group:default/shop", "tier": 1}})
}

test_accepts_what_is_not_critical if {
	count(policy.violation) == 0 with input as sheet({}, {"before": {"owner": "group:default/bank", "tier": 3}})
}

test_accepts_other_environments if {
	count(policy.violation) == 0 with input as sheet({"production": false}, {"before": strange})
}

test_accepts_the_far_end_of_an_edge if {
	count(policy.violation) == 0 with input as sheet({}, {"before": strange, "how": ["edge"]})
}

test_takes_a_new_component_as_it_will_be if {
	count(policy.violation) == 1 with input as sheet({}, {"after": strange})
}
