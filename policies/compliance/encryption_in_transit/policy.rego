# METADATA
# title: Classified data travels encrypted
# description: Whoever listens on the way reads what was promised to be kept private.
# custom:
#   gate: compliance
#   id: encryption-in-transit
#   subject: component
#   needs: [sends]
#   severity: high
#   controls: [soc2-cc6.7, iso27001-8.24, pci-dss-4.2]
#   remediation: Send it over an encrypted protocol, and tag the flow encrypted where the protocol does not say so.
package gatehouse.compliance.encryption_in_transit

import data.lib.references

# Protocols that are encrypted by definition. What is not listed needs the tag: a name such as grpc says nothing.
encrypted := {"https", "tls", "mtls", "grpcs", "amqps", "mqtts", "sftp", "ssh", "wss"}

violation contains finding if {
	some flow in input.sends
	count(flow.carries) > 0
	not is_encrypted(flow)
	finding := {
		"msg": sprintf("%s sends %s data to %s without encryption.", [
			references.short(input.ref),
			concat(", ", flow.carries),
			references.short(flow.other.ref),
		]),
		"path": [flow.ref],
		"facts": [{"ref": flow.ref, "name": "protocol", "value": object.get(flow, "protocol", null)}],
	}
}

is_encrypted(flow) if "encrypted" in flow.tags

is_encrypted(flow) if lower(flow.protocol) in encrypted
