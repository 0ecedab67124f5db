# METADATA
# title: Containers are kept apart from their node and from each other
# description: A container with rights over its node gives whoever breaks into it the node and all that runs there.
# custom:
#   gate: compliance
#   id: kubernetes-hygiene
#   subject: artifact
#   artifact: kubernetes
#   severity: high
#   controls: [soc2-cc6.1, iso27001-8.9, pci-dss-2.2, pci-dss-8.6]
#   remediation: Take away the right that the message names, or say in a waiver why this workload needs it.
package gatehouse.compliance.kubernetes_hygiene

import data.lib.kubernetes

# Anything else would be found clean.
violation contains {"msg": "This is no Kubernetes object: it has no kind."} if not input.kind

violation contains finding(pod, container, "is privileged, which gives it the whole node", "privileged", true) if {
	some pod in kubernetes.pods
	some container in kubernetes.containers(pod)
	container.securityContext.privileged
}

violation contains finding(pod, {}, sprintf("uses the node's %s", [namespace]), namespace, true) if {
	some pod in kubernetes.pods
	some namespace in ["hostNetwork", "hostPID", "hostIPC"]
	pod.spec[namespace]
}

violation contains finding(pod, {}, sprintf("mounts %s of the node", [path]), "hostPath", path) if {
	some pod in kubernetes.pods
	some volume in pod.spec.volumes
	path := volume.hostPath.path
}

# The value itself is not repeated. What comes from a Secret has no value here.
violation contains object.union(
	finding(pod, container, sprintf("has a secret in plain text in %s", [variable.name]), variable.name, "present"),
	{"severity": "critical"},
) if {
	some pod in kubernetes.pods
	some container in kubernetes.containers(pod)
	some variable in container.env
	regex.match(`(?i)(^|_)(password|passwd|secret|token|api_?key|private_?key|credentials?)$`, variable.name)
	not variable.value in {"", "true", "false"}
}

# What the image says of its user is not known here.
violation contains object.union(
	finding(pod, container, "may run as root", "runAsNonRoot", false),
	{"severity": "medium"},
) if {
	some pod in kubernetes.pods
	some container in kubernetes.containers(pod)
	not runs_as_somebody(pod, container)
}

warn contains finding(pod, container, "has no memory limit, so it can starve its neighbours", "limits.memory", null) if {
	some pod in kubernetes.pods
	some container in kubernetes.containers(pod)
	not container.resources.limits.memory
}

warn contains finding(
	pod, container,
	sprintf("runs %s, a tag that can be another image tomorrow", [container.image]),
	"image", container.image,
) if {
	some pod in kubernetes.pods
	some container in kubernetes.containers(pod)
	is_mutable(container.image)
}

# The container's word goes before the pod's.
runs_as_somebody(_, container) if container.securityContext.runAsNonRoot

runs_as_somebody(_, container) if container.securityContext.runAsUser > 0

runs_as_somebody(pod, container) if {
	not says_itself(container)
	pod.spec.securityContext.runAsNonRoot
}

runs_as_somebody(pod, container) if {
	not says_itself(container)
	pod.spec.securityContext.runAsUser > 0
}

says_itself(container) if is_boolean(container.securityContext.runAsNonRoot)

says_itself(container) if is_number(container.securityContext.runAsUser)

# A port in the registry's name is no tag.
is_mutable(image) if {
	not contains(image, "@sha256:")
	name := regex.replace(image, "^.*/", "")
	not contains(name, ":")
}

is_mutable(image) if endswith(image, ":latest")

finding(pod, container, text, name, value) := {
	"msg": sprintf("%s.", [concat(" ", [word | some word in [pod.name, container_name(container), text]; word != ""])]),
	"facts": [{"name": name, "value": value}],
}

container_name(container) := sprintf("container %s", [container.name])

container_name(container) := "" if not container.name
