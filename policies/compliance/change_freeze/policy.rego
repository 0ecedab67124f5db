# METADATA
# title: Nothing changes during a freeze
# description: A freeze stands when a failure would cost most or when those who could mend it are away.
# custom:
#   gate: compliance
#   id: change-freeze
#   subject: change
#   needs: [proposal]
#   key: subject
#   severity: high
#   controls: [soc2-cc8.1, iso27001-8.32]
#   remediation: Move the change's window out of the freeze; what cannot wait needs a waiver of its own, or in an emergency break-glass.
package gatehouse.compliance.change_freeze

import data.lib.references

violation contains finding if {
	reason := input.proposal.freeze
	finding := {
		"msg": sprintf("%s falls into a freeze of %s: %s.", [when, references.short(input.proposal.environment), reason]),
		"facts": [
			{"ref": input.proposal.environment, "name": "freeze", "value": reason},
			{"ref": input.ref, "name": "window", "value": object.get(input.proposal, "window", null)},
		],
	}
}

default when := "A change without a window, made now,"

when := sprintf("The window from %s to %s", [input.proposal.window.start, input.proposal.window.end])
