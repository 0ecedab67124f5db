package gatehouse.compliance.kubernetes_hygiene_test

import data.gatehouse.compliance.kubernetes_hygiene as policy

good := {
	"name": "app",
	"image": "registry:5000/app:1.2.3",
	"securityContext": {"runAsNonRoot": true},
	"resources": {"limits": {"memory": "64Mi"}},
}

deployment(pod) := {
	"kind": "Deployment",
	"metadata": {"name": "shop"},
	"spec": {"template": {"spec": object.union({"containers": [good]}, pod)}},
}

with_container(change) := deployment({"containers": [object.union(good, change)]})

messages(document) := {finding.msg | some finding in violation} if {
	violation := policy.violation with input as document
}

warnings(document) := {finding.msg | some finding in warn} if {
	warn := policy.warn with input as document
}

test_accepts_a_decent_workload if {
	messages(deployment({})) == set()
	warnings(deployment({})) == set()
}

test_finds_a_privileged_container if {
	messages(with_container({"securityContext": {"privileged": true}})) == {"Deployment shop container app is privileged, which gives it the whole node."}
}

test_finds_the_nodes_namespaces_and_folders if {
	messages(deployment({"hostPID": true, "volumes": [{"hostPath": {"path": "/etc"}}, {"emptyDir": {}}]})) == {"Deployment shop uses the node's hostPID.", "Deployment shop mounts /etc of the node."}
}

test_finds_who_may_run_as_root if {
	root := {"Deployment shop container app may run as root."}
	messages(with_container({"securityContext": {"runAsNonRoot": false}})) == root
	messages(deployment({
		"containers": [object.union(good, {"securityContext": {"runAsUser": 0, "runAsNonRoot": false}})],
		"securityContext": {"runAsUser": 1000},
	})) == root
}

test_accepts_a_user_of_the_pod if {
	bare := object.remove(good, ["securityContext"])
	messages(deployment({"containers": [bare], "securityContext": {"runAsUser": 1000}})) == set()
	messages(deployment({"containers": [bare], "securityContext": {"runAsNonRoot": true}})) == set()
	messages(with_container({"securityContext": {"runAsUser": 7}})) == set()
}

test_warns_of_missing_limits_and_mutable_tags if {
	some image in ["app", "registry:5000/app", "app:latest"]
	count(warnings(with_container({"image": image, "resources": {"limits": {"memory": null}}}))) == 1
	warnings(deployment({"containers": [object.remove(good, ["resources"])]})) == {"Deployment shop container app has no memory limit, so it can starve its neighbours."}
}

test_finds_a_secret_in_plain_text_and_does_not_repeat_it if {
	env := [{"name": "DB_PASSWORD", "value": "hunter2"}, {"name": "TOKEN_URL", "value": "https://id"}]
	messages(with_container({"env": env})) == {"Deployment shop container app has a secret in plain text in DB_PASSWORD."}
}

test_accepts_a_secret_by_name if {
	env := [{"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "password"}}}]
	messages(with_container({"env": env})) == set()
}

test_accepts_a_digest if {
	digest := "app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
	warnings(with_container({"image": digest})) == set()
}

test_looks_into_pods_jobs_and_lists if {
	bad := {"containers": [], "hostNetwork": true}
	pod := {"kind": "Pod", "metadata": {"name": "p"}, "spec": bad}
	cron := {"kind": "CronJob", "metadata": {"name": "c"}, "spec": {"jobTemplate": {"spec": {"template": {"spec": bad}}}}}
	messages({"kind": "List", "items": [pod, cron]}) == {"Pod p uses the node's hostNetwork.", "CronJob c uses the node's hostNetwork."}
}

test_has_nothing_to_say_of_other_objects if {
	messages({"kind": "Service", "metadata": {"name": "s"}, "spec": {"ports": []}}) == set()
}

test_finds_what_is_no_kubernetes_object if {
	some finding in policy.violation with input as ["a"]
	finding.msg == "This is no Kubernetes object: it has no kind."
}
