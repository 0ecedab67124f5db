package gatehouse.compliance.terraform_plan_hygiene_test

import data.gatehouse.compliance.terraform_plan_hygiene as policy

change(type, actions, after) := {
	"address": sprintf("%s.x", [type]),
	"mode": "managed",
	"type": type,
	"change": {"actions": actions, "after": after, "after_unknown": {"encrypted": false}},
}

messages(changes) := {finding.msg | some finding in violation} if {
	violation := policy.violation with input as {"resource_changes": changes}
}

created(type, after) := messages([change(type, ["create"], after)])

ssh := {"protocol": "tcp", "from_port": 20, "to_port": 25, "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}

web := {"protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["0.0.0.0/0"], "ipv6_cidr_blocks": null}

test_finds_an_open_port_of_a_group if {
	created("aws_security_group", {"ingress": [web, ssh]}) == {"aws_security_group.x opens port 22 to everybody."}
}

test_finds_both_ports_where_every_protocol_is_let_in if {
	every_protocol := {"protocol": "-1", "from_port": 0, "to_port": 0, "ipv6_cidr_blocks": ["::/0"]}
	count(created("aws_security_group", {"ingress": [every_protocol]})) == 2
}

test_finds_an_open_port_of_a_single_rule if {
	count(created("aws_security_group_rule", object.union(ssh, {"type": "ingress"}))) == 1
	count(created("aws_security_group_rule", object.union(ssh, {"type": "egress"}))) == 0
	count(created("aws_vpc_security_group_ingress_rule", {
		"cidr_ipv4": "0.0.0.0/0",
		"from_port": 3389,
		"to_port": 3389,
		"ip_protocol": "tcp",
	})) == 1
	count(created("aws_vpc_security_group_ingress_rule", {"cidr_ipv6": "::/0", "ip_protocol": "-1"})) == 2
}

azure := {"direction": "Inbound", "access": "Allow", "source_address_prefix": "*", "destination_port_range": "*"}

test_finds_an_open_port_at_azure if {
	count(created("azurerm_network_security_rule", azure)) == 2
	count(created("azurerm_network_security_group", {"security_rule": [azure]})) == 2
	count(created("azurerm_network_security_rule", object.union(azure, {"access": "Deny"}))) == 0
	count(created("azurerm_network_security_rule", object.union(azure, {
		"destination_port_range": "",
		"destination_port_ranges": ["80", "3000-4000"],
	}))) == 1
}

test_finds_an_open_port_at_google if {
	wall := {"source_ranges": ["0.0.0.0/0"], "direction": "INGRESS", "allow": [{"protocol": "tcp", "ports": ["22", "443"]}]}
	count(created("google_compute_firewall", wall)) == 1
	count(created("google_compute_firewall", object.union(wall, {"direction": "EGRESS"}))) == 0
	count(created("google_compute_firewall", object.union(wall, {"allow": [{"protocol": "all"}]}))) == 2
}

test_finds_what_everybody_can_read if {
	created("aws_s3_bucket_acl", {"acl": "public-read"}) == {"aws_s3_bucket_acl.x can be read by everybody."}
	count(created("google_storage_bucket_iam_member", {"member": "allUsers"})) == 1
	count(created("google_storage_bucket_iam_binding", {"members": ["user:a", "allUsers"]})) == 1
	count(created("azurerm_storage_account", {"allow_nested_items_to_be_public": true})) == 1
	count(created("aws_db_instance", {"publicly_accessible": true, "storage_encrypted": true})) == 1
	count(created("aws_s3_bucket", {"acl": "private"})) == 0
	policy_text := json.marshal({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}]})
	count(created("aws_s3_bucket_policy", {"policy": policy_text})) == 1
	count(created("aws_s3_bucket_policy", {"policy": "{\"Statement\": []}"})) == 0
}

test_finds_unencrypted_storage if {
	created("aws_ebs_volume", {"encrypted": false}) == {"aws_ebs_volume.x stores its data unencrypted."}
	count(created("aws_rds_cluster", {"storage_encrypted": null})) == 1
	count(created("aws_ebs_volume", {"encrypted": true})) == 0
}

test_does_not_judge_what_is_not_yet_known if {
	unknown := {
		"address": "aws_ebs_volume.x",
		"mode": "managed",
		"type": "aws_ebs_volume",
		"change": {"actions": ["create"], "after": {}, "after_unknown": {"encrypted": true}},
	}
	messages([unknown]) == set()
}

test_finds_destroyed_data if {
	messages([change("aws_dynamodb_table", ["delete"], null)]) == {"aws_dynamodb_table.x is destroyed with its data (delete)."}
	messages([change("aws_s3_bucket", ["delete", "create"], {"acl": "private"})]) == {"aws_s3_bucket.x is destroyed with its data (delete and create)."}
	messages([change("aws_iam_role", ["delete"], null)]) == set()
}

test_does_not_judge_what_stays_as_it_is if {
	messages([change("aws_ebs_volume", ["no-op"], {"encrypted": false})]) == set()
}

test_finds_what_is_no_plan if {
	some finding in policy.violation with input as {"kind": "Deployment"}
	startswith(finding.msg, "This is no Terraform plan")
}

test_accepts_a_plan_that_changes_nothing if {
	count(policy.violation) == 0 with input as {"format_version": "1.2"}
}
