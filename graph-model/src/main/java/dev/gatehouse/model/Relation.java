package dev.gatehouse.model;

/// How one entity refers to another. Each is a relationship type in the graph and a sparse array in the snapshot.
public enum Relation {
    /// A component, system, initiative or domain → the group answerable for it.
    OWNED_BY,
    /// A component → its system; a system → its domain.
    PART_OF,
    /// A group → its parent group; a domain → its parent domain.
    CHILD_OF,
    /// A user → its group.
    MEMBER_OF,
    /// A component → an API that it offers.
    PROVIDES,
    /// A deployment → what is deployed.
    DEPLOYMENT_OF,
    /// A deployment → where it runs.
    DEPLOYED_IN,
    /// A dependency → who needs.
    DEPENDENCY_FROM,
    /// A dependency → who is needed.
    DEPENDENCY_TO,
    /// A flow → who sends.
    FLOW_FROM,
    /// A flow → who receives.
    FLOW_TO,
    /// An SLO → the component that promises it.
    SLO_OF,
    /// An incident → a component that it hit.
    HIT,
    /// A budget → the group that spends it.
    BUDGET_OF,
    /// A registered change → its initiative.
    SERVES,
    /// A registered change → an entity that it touches.
    TOUCHES;

    /// True for what tells of the past, and may name what is gone since.
    public boolean isHistory() {
        return this == HIT || this == SERVES || this == TOUCHES;
    }
}
