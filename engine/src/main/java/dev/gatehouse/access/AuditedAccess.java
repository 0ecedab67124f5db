package dev.gatehouse.access;

import dev.gatehouse.model.governance.Actor;

/// Leaves an entry for every action that is more than reading, before it is done; what cannot be noted is not done.
public final class AuditedAccess implements Access {
    private final Access access;
    private final AuditLog log;

    public AuditedAccess(Access access, AuditLog log) {
        this.access = access;
        this.log = log;
    }

    @Override
    public void require(Actor actor, String action, String resource) {
        if (action.endsWith(":read")) {
            access.require(actor, action, resource);
            return;
        }
        try {
            access.require(actor, action, resource);
        } catch (RefusedException e) {
            log.note(actor, action, resource, AuditLog.Outcome.REFUSED);
            throw e;
        }
        log.note(actor, action, resource, AuditLog.Outcome.ALLOWED);
    }
}
