package dev.gatehouse.rest.problem;

import dev.gatehouse.document.InvalidInputException;
import java.util.function.Supplier;

/// What the path names is not there.
public final class MissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InvalidInputException what;

    private MissingException(InvalidInputException what) {
        super(what.getMessage(), what);
        this.what = what;
    }

    InvalidInputException what() {
        return what;
    }

    /// Looks up what the path names, where nothing but the path can be wrong.
    public static <T> T unlessFound(Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (InvalidInputException e) {
            throw new MissingException(e);
        }
    }
}
