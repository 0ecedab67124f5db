# METADATA
# description: What policies about Kubernetes manifests have in common.
package lib.kubernetes

# The objects of a manifest: itself, or the items of a list.
objects contains input if input.kind != "List"

objects contains item if {
	input.kind == "List"
	some item in input.items
}

# Every pod that an object describes, with a name for people.
pods contains {"name": name(thing), "kind": thing.kind, "spec": thing.spec} if {
	some thing in objects
	thing.kind == "Pod"
}

pods contains {"name": name(thing), "kind": thing.kind, "spec": thing.spec.template.spec} if {
	some thing in objects
	thing.kind != "CronJob"
}

pods contains {"name": name(thing), "kind": thing.kind, "spec": thing.spec.jobTemplate.spec.template.spec} if {
	some thing in objects
	thing.kind == "CronJob"
}

# The containers of a pod, those that prepare it included.
containers(pod) := [container |
	some key in ["containers", "initContainers"]
	some container in pod.spec[key]
]

name(thing) := sprintf("%s %s", [thing.kind, object.get(thing, ["metadata", "name"], "without name")])
