# METADATA
# title: Somebody asks for a change, and somebody else can approve it
# description: Who approves their own work sees what they meant, not what they did.
# custom:
#   gate: compliance
#   id: separation-of-duties
#   subject: change
#   needs: [proposal]
#   key: subject
#   severity: high
#   controls: [soc2-cc6.3, soc2-cc8.1, iso27001-5.3, pci-dss-6.5]
#   remediation: Name in requestedBy (beside a head, --requested-by) the team that asks, or make the person a member of a team.
package gatehouse.compliance.separation_of_duties

import data.lib.references

violation contains finding if {
	not input.proposal.requestedBy
	finding := {
		"msg": "Nobody is named who asks for this change, so anybody could approve their own work.",
		"facts": [{"ref": input.ref, "name": "requestedBy", "value": null}],
	}
}

violation contains finding if {
	requester := input.proposal.requestedBy
	startswith(requester, "user:")
	count(object.get(input.proposal, "requesterGroups", [])) == 0
	finding := {
		"msg": sprintf(
			"%s asks for this change alone: no team is known whose other members could approve it.",
			[references.short(requester)],
		),
		"facts": [{"ref": input.ref, "name": "requestedBy", "value": requester}],
	}
}
