# METADATA
# title: Who may do what
# description: >-
#   Answers for an actor, an action and a resource whether it may be, and why. What no role was given is refused. The
#   roles and what they may do stand in the table beside this policy.
package gatehouse.access

default decision := {"allow": false, "reason": "the question names no actor and no action"}

decision := {"allow": true, "reason": reason} if {
	count(granting) > 0
	reason := sprintf("%s may %s as %s", [input.actor.name, input.action, concat(", ", granting)])
}

decision := {"allow": false, "reason": reason} if {
	count(granting) == 0
	reason := sprintf("%s (%s) may not %s %s; it takes the role %s", [
		input.actor.name,
		held,
		input.action,
		object.get(input, "resource", ""),
		concat(" or ", able),
	])
}

# The actor's roles that allow the action.
granting contains role if {
	some role in input.actor.roles
	allows(role)
}

# All roles that allow the action.
able contains role if {
	some role, _ in data.access.roles
	allows(role)
}

allows(role) if {
	some pattern in data.access.roles[role]
	glob.match(pattern, [":"], input.action)
}

default held := "no role"

held := concat(", ", input.actor.roles) if count(input.actor.roles) > 0
