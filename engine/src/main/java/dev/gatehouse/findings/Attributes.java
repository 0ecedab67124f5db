package dev.gatehouse.findings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values of records by the names of their components.
public final class Attributes {
    private static final ClassValue<Map<String, RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
            Map<String, RecordComponent> components = new TreeMap<>();
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .forEach(component -> components.put(component.getName(), component));
            }
            return components;
        }
    };

    private Attributes() {}

    /// The names and types of a record type's components.
    public static Map<String, RecordComponent> of(Class<?> type) {
        return COMPONENTS.get(type);
    }

    /// The value at the end of a path of component names, null where it or anything on the way is null.
    ///
    /// @throws IllegalArgumentException where a record on the way has no such component
    static @Nullable Object value(Object record, List<String> path) {
        Object value = record;
        for (String name : path) {
            if (value == null) {
                return null;
            }
            RecordComponent component = of(value.getClass()).get(name);
            if (component == null) {
                throw new IllegalArgumentException(value.getClass().getSimpleName() + " has no '" + name + "'");
            }
            value = read(component, value);
        }
        return value;
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }
}
