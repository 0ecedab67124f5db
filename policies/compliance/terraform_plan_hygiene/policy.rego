# METADATA
# title: Infrastructure opens nothing to everybody, and destroys no data in passing
# description: >-
#   An open port, a public bucket or an unencrypted disk is found by strangers within hours; a destroyed database is
#   gone. Values that are known only after the plan was applied are not judged.
# custom:
#   gate: compliance
#   id: terraform-plan-hygiene
#   subject: artifact
#   artifact: terraform-plan
#   severity: high
#   controls: [soc2-cc6.6, iso27001-5.33, iso27001-8.20, iso27001-8.24, pci-dss-1.4, pci-dss-3.5]
#   remediation: Narrow what is open, encrypt what is stored, keep what holds data; or say in a waiver why not.
package gatehouse.compliance.terraform_plan_hygiene

# What a person logs in through.
doors := {22, 3389}

everybody := {"0.0.0.0/0", "::/0", "*", "Internet", "0.0.0.0", "any"}

# The resources that will be there, with what is known of them.
planned contains {"address": change.address, "type": change.type, "after": change.change.after, "unknown": unknown} if {
	some change in input.resource_changes
	change.mode == "managed"
	some action in change.change.actions
	action in {"create", "update"}
	unknown := object.get(change.change, "after_unknown", {})
}

# Anything else would be found clean.
violation contains {"msg": "This is no Terraform plan: it has no format_version; write one with terraform show -json."} if {
	not input.format_version
	not input.resource_changes
}

violation contains finding(resource.address, sprintf("opens port %d to everybody", [port]), "source", source) if {
	some resource in planned
	some entrance in entrances(resource)
	some source in entrance.sources
	source in everybody
	some port in doors
	lets_in(entrance, port)
}

violation contains finding(resource.address, "can be read by everybody", name, value) if {
	some resource in planned
	some name, value in public(resource)
}

violation contains finding(resource.address, "stores its data unencrypted", name, false) if {
	some resource in planned
	name := data.compliance.terraform_plan_hygiene.encrypted[resource.type]
	not object.get(resource.unknown, name, false) == true
	not resource.after[name] in {true, "true"}
}

violation contains finding(change.address, sprintf("is destroyed with its data (%s)", [how]), "actions", how) if {
	some change in input.resource_changes
	change.mode == "managed"
	change.type in data.compliance.terraform_plan_hygiene.stateful
	"delete" in change.change.actions
	how := concat(" and ", change.change.actions)
}

entrances(resource) := [{"from": rule.from_port, "to": rule.to_port, "protocol": rule.protocol, "sources": sources} |
	some rule in resource.after.ingress
	sources := blocks(rule)
] if {
	resource.type in {"aws_security_group", "aws_default_security_group"}
}

entrances(resource) := [{"from": from, "to": to, "protocol": rule.protocol, "sources": blocks(rule)} |
	rule := resource.after
	rule.type == "ingress"
	from := rule.from_port
	to := rule.to_port
] if {
	resource.type == "aws_security_group_rule"
}

entrances(resource) := [{"from": from, "to": to, "protocol": rule.ip_protocol, "sources": sources} |
	rule := resource.after
	from := object.get(rule, "from_port", 0)
	to := object.get(rule, "to_port", 0)
	sources := [source | some key in ["cidr_ipv4", "cidr_ipv6"]; source := rule[key]]
] if {
	resource.type == "aws_vpc_security_group_ingress_rule"
}

entrances(resource) := [entrance |
	some rule in azure_rules(resource)
	lower(rule.direction) == "inbound"
	lower(rule.access) == "allow"
	some range in azure_ranges(rule)
	entrance := {"from": range[0], "to": range[1], "protocol": "tcp", "sources": azure_sources(rule)}
] if {
	startswith(resource.type, "azurerm_network_security_")
}

entrances(resource) := [entrance |
	object.get(resource.after, "direction", "INGRESS") != "EGRESS"
	some allow in resource.after.allow
	some text in google_ports(allow)
	range := port_range(text)
	entrance := {"from": range[0], "to": range[1], "protocol": allow.protocol, "sources": resource.after.source_ranges}
] if {
	resource.type == "google_compute_firewall"
}

google_ports(allow) := listed(allow, "ports") if count(listed(allow, "ports")) > 0

google_ports(allow) := ["0-65535"] if count(listed(allow, "ports")) == 0

azure_sources(rule) := array.concat(
	listed(rule, "source_address_prefixes"),
	[prefix | prefix := rule.source_address_prefix],
)

blocks(rule) := array.concat(listed(rule, "cidr_blocks"), listed(rule, "ipv6_cidr_blocks"))

# Terraform writes null where there is nothing.
listed(rule, key) := [value | some value in object.get(rule, key, [])]

azure_rules(resource) := [resource.after] if resource.type == "azurerm_network_security_rule"

azure_rules(resource) := listed(resource.after, "security_rule") if {
	resource.type == "azurerm_network_security_group"
}

azure_ranges(rule) := [port_range(text) |
	some text in array.concat([object.get(rule, "destination_port_range", "")], listed(rule, "destination_port_ranges"))
	is_string(text)
	text != ""
]

port_range("*") := [0, 65535]

port_range(text) := [to_number(parts[0]), to_number(parts[count(parts) - 1])] if {
	text != "*"
	parts := split(text, "-")
}

# Minus one is every protocol, and then the ports say nothing.
lets_in(entrance, _) if entrance.protocol in {"-1", "all"}

lets_in(entrance, port) if {
	not entrance.protocol in {"-1", "all"}
	entrance.from <= port
	port <= entrance.to
}

public(resource) := {"acl": acl} if {
	resource.type in {"aws_s3_bucket", "aws_s3_bucket_acl"}
	acl := resource.after.acl
	acl in {"public-read", "public-read-write"}
}

public(resource) := {"member": member} if {
	startswith(resource.type, "google_storage_bucket_iam_")
	some member in array.concat(object.get(resource.after, "members", []), [object.get(resource.after, "member", "")])
	member == "allUsers"
}

public(resource) := {name: true} if {
	resource.type == "azurerm_storage_account"
	some name in ["allow_nested_items_to_be_public", "allow_blob_public_access"]
	resource.after[name] == true
}

public(resource) := {"policy": "Principal *"} if {
	resource.type == "aws_s3_bucket_policy"
	json.is_valid(resource.after.policy)
	some statement in json.unmarshal(resource.after.policy).Statement
	statement.Effect == "Allow"
	statement.Principal in ["*", {"AWS": "*"}]
	not statement.Condition
}

public(resource) := {"publicly_accessible": true} if {
	startswith(resource.type, "aws_")
	resource.after.publicly_accessible == true
}

finding(address, text, name, value) := {
	"msg": sprintf("%s %s.", [address, text]),
	"facts": [{"name": sprintf("%s.%s", [address, name]), "value": value}],
}
