package dev.gatehouse.rules.drools;

import dev.gatehouse.facts.Blast;
import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Citable;
import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Edge;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.graph.traversal.Composition.Term;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Window;
import dev.gatehouse.model.component.Criticality;
import dev.gatehouse.model.reliability.Slo;
import dev.gatehouse.rules.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The words that a rule may use beside the types that it declares itself: all of them are values, and all of their
/// methods are pure.
final class Vocabulary {
    /// Gatehouse's own types by their simple names.
    static final SortedMap<String, Class<?>> TYPES = types();

    /// What can be imported whole.
    static final Set<String> PACKAGES = Set.of(
            "dev.gatehouse.facts",
            "dev.gatehouse.model",
            "dev.gatehouse.model.change",
            "dev.gatehouse.model.component",
            "dev.gatehouse.model.reliability",
            "java.math",
            "java.time",
            "java.time.temporal",
            "java.util",
            "java.util.stream");

    /// Types of the JDK, each with its static methods that have no clock, chance or locale in them.
    private static final Map<String, Set<String>> VALUES = Map.ofEntries(
            Map.entry("BigDecimal", Set.of("valueOf")),
            Map.entry("Boolean", Set.of("valueOf")),
            Map.entry("ChronoUnit", Set.of()),
            Map.entry("Collectors", Set.of("joining", "toList")),
            Map.entry("Double", Set.of("valueOf", "compare")),
            Map.entry(
                    "Duration", Set.of("ofMillis", "ofSeconds", "ofMinutes", "ofHours", "ofDays", "between", "parse")),
            Map.entry("Instant", Set.of("parse")),
            Map.entry("Integer", Set.of("valueOf", "compare", "parseInt")),
            Map.entry("List", Set.of("of")),
            Map.entry("LocalDate", Set.of("of", "parse", "ofInstant")),
            Map.entry("Long", Set.of("valueOf", "compare")),
            Map.entry("Map", Set.of("of")),
            Map.entry("Math", Set.of("max", "min", "abs", "round", "ceil", "floor", "log10", "sqrt")),
            Map.entry("Number", Set.of()),
            Map.entry("Objects", Set.of("equals", "requireNonNullElse")),
            Map.entry("RoundingMode", Set.of()),
            Map.entry("Set", Set.of("of")),
            Map.entry("String", Set.of("valueOf", "join")),
            Map.entry("ZoneOffset", Set.of()));

    private static final Set<String> VALUE_METHODS = Set.of(
            // text
            "length",
            "isEmpty",
            "isBlank",
            "startsWith",
            "endsWith",
            "contains",
            "equals",
            "equalsIgnoreCase",
            "strip",
            "substring",
            "indexOf",
            "replace",
            "charAt",
            "matches",
            "toString",
            // numbers
            "add",
            "subtract",
            "multiply",
            "divide",
            "negate",
            "abs",
            "compareTo",
            "signum",
            "max",
            "min",
            "setScale",
            "stripTrailingZeros",
            "toPlainString",
            "intValue",
            "longValue",
            "doubleValue",
            // times
            "toMillis",
            "toSeconds",
            "toMinutes",
            "toHours",
            "toDays",
            "plus",
            "minus",
            "plusDays",
            "minusDays",
            "isBefore",
            "isAfter",
            "isNegative",
            "isZero",
            "between",
            "multipliedBy",
            "dividedBy",
            // collections
            "size",
            "containsAll",
            "containsKey",
            "get",
            "getOrDefault",
            "getFirst",
            "getLast",
            "first",
            "last",
            "keySet",
            "values",
            "entrySet",
            "getKey",
            "getValue",
            "stream",
            "map",
            "filter",
            "sorted",
            "distinct",
            "limit",
            "skip",
            "toList",
            "collect",
            "count",
            "anyMatch",
            "allMatch",
            "noneMatch",
            // enums
            "name",
            "ordinal");

    /// Every method that may be called on a value.
    private static final SortedSet<String> METHODS = methods();

    private Vocabulary() {}

    private static SortedMap<String, Class<?>> types() {
        SortedMap<String, Class<?>> types = new TreeMap<>();
        Stream.concat(
                        Arrays.stream(Fact.class.getPermittedSubclasses()),
                        Stream.of(
                                Fact.class,
                                Edge.class,
                                Citable.class,
                                Brief.class,
                                Citation.class,
                                Measure.class,
                                Term.class,
                                Blast.Affected.class,
                                Parameter.class,
                                Severity.class,
                                Hop.class,
                                EntityRef.class,
                                Kind.class,
                                Window.class,
                                Criticality.class,
                                Slo.class,
                                Slo.Indicator.class))
                .forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }

    private static SortedSet<String> methods() {
        SortedSet<String> methods = new TreeSet<>(VALUE_METHODS);
        for (Class<?> type : TYPES.values()) {
            for (Method method : type.getMethods()) {
                if (method.getDeclaringClass().getPackageName().startsWith("dev.gatehouse.")
                        && !method.getName().equals("hashCode")) {
                    methods.add(method.getName());
                }
            }
        }
        return methods;
    }

    static boolean isType(String name) {
        return TYPES.containsKey(name) || VALUES.containsKey(name);
    }

    static boolean isMethod(String name) {
        return METHODS.contains(name);
    }

    static boolean isStatic(String type, String method) {
        Class<?> own = TYPES.get(type);
        return own == null
                ? VALUES.getOrDefault(type, Set.of()).contains(method)
                : Arrays.stream(own.getMethods())
                        .anyMatch(each -> each.getName().equals(method) && Modifier.isStatic(each.getModifiers()));
    }

    /// Whether an import gives nothing but such words.
    static boolean isImport(String target) {
        int dot = target.lastIndexOf('.');
        String name = target.substring(dot + 1);
        if (name.equals("*")) {
            return PACKAGES.contains(target.substring(0, Math.max(dot, 0)));
        }
        Class<?> own = TYPES.get(name);
        return own != null
                ? target.equals(own.getCanonicalName())
                : VALUES.containsKey(name) && PACKAGES.contains(target.substring(0, Math.max(dot, 0)));
    }

    /// Everything of ours that can be imported, for suggestions.
    static List<String> imports() {
        return TYPES.values().stream().map(Class::getCanonicalName).sorted().toList();
    }
}
