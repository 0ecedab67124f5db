# METADATA
# title: Critical parts of production are changed by those who own them
# description: Who does not own a critical component does not know what it promises, nor is called when it fails.
# custom:
#   gate: compliance
#   id: production-change-authority
#   subject: change
#   needs: [touched, proposal.production, proposal.requestedBy]
#   severity: high
#   controls: [soc2-cc8.1, iso27001-8.32, pci-dss-6.5]
#   remediation: Let the owner ask for the change; where several own what it touches, let each ask for their own part.
package gatehouse.compliance.production_change_authority

import data.lib.references

# Tiers whose failure customers notice at once.
critical := {1, 2}

# A component without owner is found by owner-required-for-change.
violation contains finding if {
	input.proposal.production
	some touched in input.touched
	not only_an_end(touched)
	brief := object.get(touched, "before", object.get(touched, "after", {}))
	brief.tier in critical
	not brief.owner in input.proposal.requesterGroups
	finding := {
		"msg": sprintf("%s asks to change %s of tier %d, which belongs to %s.", [
			references.short(input.proposal.requestedBy),
			references.short(touched.ref),
			brief.tier,
			references.short(brief.owner),
		]),
		"key": [touched.ref],
		"facts": [
			{"ref": touched.ref, "name": named("owner", touched), "value": brief.owner},
			{"ref": touched.ref, "name": named("tier", touched), "value": brief.tier},
		],
	}
}

# The far end of an edge that the change adds or removes is not itself changed.
only_an_end(touched) if touched.how == ["edge"]

# Where the change alters it, the value before counts.
named(attribute, touched) := attribute if not is_altered(attribute, touched)

named(attribute, touched) := sprintf("%s before the change", [attribute]) if is_altered(attribute, touched)

is_altered(attribute, touched) if touched.before[attribute] != object.get(touched.after, attribute, null)
