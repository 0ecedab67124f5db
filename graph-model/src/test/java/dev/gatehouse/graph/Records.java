package dev.gatehouse.graph;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies of records with other values.
final class Records {
    private Records() {}

    /// @throws IllegalArgumentException when the record has no component of one of the names
    static <T> T with(T original, Map<String, ? extends @Nullable Object> values) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        @Nullable Object[] all = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                all[i] = values.containsKey(components[i].getName())
                        ? values.get(components[i].getName())
                        : components[i].getAccessor().invoke(original);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            long known = Arrays.stream(components)
                    .filter(component -> values.containsKey(component.getName()))
                    .count();
            if (known != values.size()) {
                throw new IllegalArgumentException("Not all of " + values.keySet() + " are in " + original.getClass());
            }
            @SuppressWarnings("unchecked")
            T copy = (T) original.getClass().getDeclaredConstructor(types).newInstance(all);
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
