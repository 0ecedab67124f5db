# METADATA
# title: What a change touches has an owner
# description: When it breaks, nobody is called; before it breaks, nobody was asked.
# custom:
#   gate: compliance
#   id: owner-required-for-change
#   subject: change
#   needs: [touched]
#   severity: high
#   controls: [soc2-cc8.1, iso27001-5.9]
#   remediation: Name the owner of the component in the catalog, or in the change that adds it.
package gatehouse.compliance.owner_required_for_change

import data.lib.references

# What a change removes needs no owner any more, and externals are owned elsewhere.
violation contains finding if {
	some touched in input.touched
	touched.after
	not touched.after.owner
	not startswith(touched.ref, "external:")
	not only_an_end(touched)
	finding := {
		"msg": sprintf("%s is changed (%s), and nobody owns it.", [
			references.short(touched.ref),
			concat(", ", object.get(touched, "how", [])),
		]),
		"key": [touched.ref],
		"facts": [{"ref": touched.ref, "name": "owner", "value": null}],
	}
}

# The far end of an edge that the change adds or removes is not itself changed.
only_an_end(touched) if touched.how == ["edge"]
