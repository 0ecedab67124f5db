# METADATA
# title: A container that serves says when it is ready
# description: Without a readiness probe requests go to containers that are still starting or already stuck.
# custom:
#   gate: resilience
#   id: kubernetes-probes
#   subject: artifact
#   artifact: kubernetes
#   severity: medium
#   controls: [soc2-a1.2]
#   remediation: Give the container a readinessProbe that asks what its callers need.
package gatehouse.resilience.kubernetes_probes

import data.lib.kubernetes

# Only these stay behind a service; jobs end, and a container without ports is asked nothing.
serving := {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"}

violation contains finding if {
	some pod in kubernetes.pods
	pod.kind in serving
	some container in pod.spec.containers
	container.ports[0]
	not container.readinessProbe
	finding := {
		"msg": sprintf("%s container %s serves without a readiness probe.", [pod.name, container.name]),
		"facts": [{"name": "readinessProbe", "value": null}],
	}
}
