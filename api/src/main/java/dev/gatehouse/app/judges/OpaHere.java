package dev.gatehouse.app.judges;

import dev.gatehouse.policies.opa.program.OpaBinary;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The OPA of this machine. It is looked for when somebody first needs it, since much is answered without.
public final class OpaHere implements Supplier<OpaBinary> {
    private final Supplier<OpaBinary> search;
    private @Nullable OpaBinary found;

    public OpaHere(Supplier<OpaBinary> search) {
        this.search = search;
    }

    /// @throws dev.gatehouse.policies.opa.program.OpaMissingException when there is none that will do
    @Override
    public synchronized OpaBinary get() {
        if (found == null) {
            found = search.get();
        }
        return found;
    }
}
