package dev.gatehouse.graph.question;

import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Word;
import dev.gatehouse.model.component.Component;
import dev.gatehouse.model.component.Dependency;
import dev.gatehouse.model.component.Deployment;
import dev.gatehouse.model.component.Flow;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be asked of nodes, dependencies and flows: every component of their records, and `kind`, `namespace` and
/// `name`. What differs by environment is taken from the deployment there first. `roles.x` and `properties.x` ask for
/// the value of one entry.
final class Attributes {
    private static final Set<String> NONE_WHEN_NULL = Set.of("anyOf", "observedAt", "timeout");

    static final Attributes DEPENDENCY = new Attributes(Dependency.class);
    static final Attributes FLOW = new Attributes(Flow.class);
    static final Attributes NODE = nodes();

    private final SortedMap<String, Attribute> byName = new TreeMap<>();
    private final Map<String, Function<Object, Map<?, ?>>> maps = new TreeMap<>();

    private Attributes(Class<? extends Entity> type) {
        add("name", Attribute.Type.TEXT, (view, number) -> view.ref(number).name());
        add("namespace", Attribute.Type.TEXT, (view, number) -> view.ref(number).namespace());
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != EntityRef.class || !component.getName().equals("ref")) {
                add(type, component);
            }
        }
    }

    private static Attributes nodes() {
        Attributes nodes = new Attributes(Component.class);
        List<String> kinds = Arrays.stream(Kind.values())
                .filter(Kind::connects)
                .map(Kind::word)
                .toList();
        nodes.byName.put(
                "kind",
                new Attribute(
                        "kind",
                        Attribute.Type.WORD,
                        kinds,
                        false,
                        (view, number) -> view.ref(number).kind()));
        nodes.add("version", Attribute.Type.TEXT, (_, _) -> null);
        nodes.deployed("version", Deployment::version);
        nodes.deployed("replicas", Deployment::replicas);
        nodes.deployed("region", Deployment::region);
        nodes.deployed("monthlyCost", Deployment::monthlyCost);
        nodes.deployed("monthlyCarbon", Deployment::monthlyCarbon);
        nodes.deployed("zones", Deployment::zones);
        return nodes;
    }

    private void add(String name, Attribute.Type type, Attribute.Accessor accessor) {
        byName.put(name, new Attribute(name, type, List.of(), NONE_WHEN_NULL.contains(name), accessor));
    }

    /// A deployment's value wins, then the component's own, then, for the region, that of the environment it runs in.
    private void deployed(String name, Function<Deployment, @Nullable Object> there) {
        Attribute own = byName.get(name);
        if (own == null) {
            throw new IllegalStateException("A component has no " + name);
        }
        add(name, own.type(), (view, number) -> {
            Deployment deployment = view.deployment(number);
            Object value = deployment == null ? null : there.apply(deployment);
            value = value == null ? own.accessor().read(view, number) : value;
            return value == null && deployment != null && name.equals("region") ? view.environmentRegion() : value;
        });
    }

    private void add(Class<?> owner, RecordComponent component) {
        String name = component.getName();
        Method accessor = component.getAccessor();
        Class<?> element = element(component.getGenericType());
        List<String> words = element.isEnum()
                ? Arrays.stream(element.getEnumConstants())
                        .map(constant -> Word.of((Enum<?>) constant))
                        .toList()
                : List.of();
        byName.put(name, new Attribute(name, type(element), words, NONE_WHEN_NULL.contains(name), (view, number) -> {
            Entity entity = view.entity(number);
            return owner.isInstance(entity) ? invoke(accessor, entity) : null;
        }));
        if (component.getType() == Map.class) {
            maps.put(name, entity -> owner.isInstance(entity) ? (Map<?, ?>) invoked(accessor, entity) : Map.of());
        }
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType many ? (Class<?>) many.getActualTypeArguments()[0] : (Class<?>) type;
    }

    private static Attribute.Type type(Class<?> type) {
        if (type == Duration.class) {
            return Attribute.Type.DURATION;
        }
        if (type == Instant.class) {
            return Attribute.Type.TIME;
        }
        if (type == EntityRef.class) {
            return Attribute.Type.REFERENCE;
        }
        if (type == Integer.class || type == BigDecimal.class) {
            return Attribute.Type.NUMBER;
        }
        if (type == Boolean.class) {
            return Attribute.Type.BOOLEAN;
        }
        return type.isEnum() ? Attribute.Type.WORD : Attribute.Type.TEXT;
    }

    private static @Nullable Object invoke(Method accessor, Object entity) {
        try {
            return accessor.invoke(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A public record is not readable: " + accessor, e);
        }
    }

    private static Object invoked(Method accessor, Object entity) {
        Object value = invoke(accessor, entity);
        return value == null ? Map.of() : value;
    }

    /// The attribute of that name, or null.
    @Nullable
    Attribute find(String name) {
        int dot = name.indexOf('.');
        Function<Object, Map<?, ?>> map = dot < 0 ? null : maps.get(name.substring(0, dot));
        if (map == null) {
            return byName.get(name);
        }
        String key = name.substring(dot + 1);
        boolean none = name.startsWith("roles.");
        return new Attribute(
                name,
                Attribute.Type.TEXT,
                List.of(),
                none,
                (view, number) -> map.apply(view.entity(number)).get(key));
    }

    /// Every name but those of single entries.
    Set<String> names() {
        return byName.keySet();
    }
}
