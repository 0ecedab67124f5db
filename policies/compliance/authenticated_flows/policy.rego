# METADATA
# title: Classified data goes only to those who proved who they are
# description: An endpoint that answers anybody gives classified data to anybody who finds it.
# custom:
#   gate: compliance
#   id: authenticated-flows
#   subject: component
#   needs: [sends]
#   severity: medium
#   controls: [soc2-cc6.1, iso27001-8.5]
#   remediation: Let both ends authenticate each other, and tag the flow authenticated.
package gatehouse.compliance.authenticated_flows

import data.lib.references

# Protocols that cannot be spoken without proving who one is.
authenticated := {"mtls", "ssh", "sftp"}

violation contains finding if {
	some flow in input.sends
	count(flow.carries) > 0
	not is_authenticated(flow)
	finding := {
		"msg": sprintf("%s sends %s data to %s, which nobody said to be authenticated.", [
			references.short(input.ref),
			concat(", ", flow.carries),
			references.short(flow.other.ref),
		]),
		"path": [flow.ref],
		"facts": [{"ref": flow.ref, "name": "tags", "value": concat(", ", object.get(flow, "tags", []))}],
	}
}

is_authenticated(flow) if "authenticated" in flow.tags

is_authenticated(flow) if lower(flow.protocol) in authenticated
