package dev.gatehouse.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Immutable copies in natural order, so that equal records are written as equal bytes.
public final class Ordered {
    private Ordered() {}

    public static <T extends Comparable<? super T>> SortedSet<T> copyOf(Set<T> values) {
        return values.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    public static <K extends Comparable<? super K>, V> SortedMap<K, V> copyOf(Map<K, V> values) {
        return values.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
