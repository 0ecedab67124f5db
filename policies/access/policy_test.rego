package gatehouse.access_test

import data.gatehouse.access

answer(roles, action) := decision if {
	decision := access.decision with input as {
		"actor": {"name": "ann", "roles": roles},
		"action": action,
		"resource": "r",
	}
}

test_allows_what_a_role_may if {
	answer(["viewer"], "decision:read") == {"allow": true, "reason": "ann may decision:read as viewer"}
	answer(["operator"], "execution:rollback").allow
	answer(["approver"], "decision:approve").allow
	answer(["architect"], "waiver:create").allow
}

test_refuses_what_no_role_may_and_says_what_it_takes if {
	answer(["viewer"], "catalog:import") == {
		"allow": false,
		"reason": "ann (viewer) may not catalog:import r; it takes the role admin or architect or operator",
	}
}

test_refuses_whoever_has_no_role if {
	answer([], "decision:read").allow == false
	contains(answer([], "decision:read").reason, "no role")
}

test_refuses_an_unknown_role_and_an_unknown_action if {
	answer(["root"], "decision:read").allow == false
	answer(["viewer", "operator", "approver", "architect"], "token:create").allow == false
}

test_lets_an_admin_do_anything if answer(["admin"], "token:create").allow

test_does_not_let_those_who_operate_approve if {
	not answer(["operator"], "decision:approve").allow
	not answer(["operator"], "execution:approve").allow
}

test_refuses_a_question_without_actor if {
	access.decision.allow == false with input as {"action": "decision:read"}
	access.decision.allow == false with input as {}
}
