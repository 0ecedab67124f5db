package gatehouse.resilience.kubernetes_probes_test

import data.gatehouse.resilience.kubernetes_probes as policy

workload(kind, container) := {
	"kind": kind,
	"metadata": {"name": "shop"},
	"spec": {"template": {"spec": {"containers": [object.union({"name": "app"}, container)]}}},
}

test_finds_a_serving_container_without_probe if {
	some finding in policy.violation with input as workload("Deployment", {"ports": [{"containerPort": 80}]})
	finding.msg == "Deployment shop container app serves without a readiness probe."
}

test_accepts_a_probe if {
	count(policy.violation) == 0 with input as workload("Deployment", {
		"ports": [{"containerPort": 80}],
		"readinessProbe": {"httpGet": {"port": 80}},
	})
}

test_accepts_who_serves_nothing if {
	count(policy.violation) == 0 with input as workload("Deployment", {})
	count(policy.violation) == 0 with input as workload("Job", {"ports": [{"containerPort": 80}]})
}
