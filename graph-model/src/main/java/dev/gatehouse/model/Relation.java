package dev.gatehouse.model;

/// How one entity refers to another. Each is a relationship type in the graph and a sparse array in the snapshot.
public enum Relation {
    /// A component, system, initiative or domain → the group answerable for it.
    OWNED_BY("owner"),
    /// A component → its system; a system → its domain.
    PART_OF("system"),
    /// A group → its parent group; a domain → its parent domain.
    CHILD_OF("parent"),
    /// A user → its group.
    MEMBER_OF("memberOf"),
    /// A component → an API that it offers.
    PROVIDES("provides"),
    /// A deployment → what is deployed.
    DEPLOYMENT_OF("component"),
    /// A deployment → where it runs.
    DEPLOYED_IN("environment"),
    /// A dependency → who needs.
    DEPENDENCY_FROM("from"),
    /// A dependency → who is needed.
    DEPENDENCY_TO("to"),
    /// A flow → who sends.
    FLOW_FROM("from"),
    /// A flow → who receives.
    FLOW_TO("to"),
    /// An SLO → the component that promises it.
    SLO_OF("component"),
    /// An incident → a component that it hit.
    HIT("components"),
    /// A budget → the group that spends it.
    BUDGET_OF("group"),
    /// A registered change → its initiative.
    SERVES("initiative"),
    /// A registered change → an entity that it touches.
    TOUCHES("touches");

    private final String attribute;

    Relation(String attribute) {
        this.attribute = attribute;
    }

    /// The attribute of a document of that kind under which its reference stands.
    public String attribute(Kind kind) {
        return this == PART_OF && kind == Kind.SYSTEM ? "domain" : attribute;
    }

    /// True for what tells of the past, and may name what is gone since.
    public boolean isHistory() {
        return this == HIT || this == SERVES || this == TOUCHES;
    }
}
