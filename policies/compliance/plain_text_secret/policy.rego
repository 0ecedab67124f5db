# METADATA
# title: Secrets do not stand in plain text
# description: Whoever can read a repository or a manifest can use the secret that stands in it.
# custom:
#   gate: compliance
#   id: plain-text-secret
#   subject: component
#   needs: [subject]
#   key: subject
#   severity: critical
#   controls: [soc2-cc6.1, iso27001-5.17, pci-dss-8.6]
#   remediation: Move the secret into a secret store, refer to it by name, and replace it, since it has been seen.
package gatehouse.compliance.plain_text_secret

import data.lib.references

# Readers of catalogs set the property; its value may be the secret itself and is not repeated.
violation contains finding if {
	value := input.subject.properties.plainTextSecret
	not lower(value) in {"", "false", "no", "none"}
	finding := {
		"msg": sprintf("%s has a secret in plain text in its declaration.", [references.short(input.ref)]),
		"facts": [{"ref": input.ref, "name": "plainTextSecret", "value": "present"}],
	}
}
