package dev.gatehouse.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Rows of numbers in compressed sparse row form: the values of row `r` stand in `values` from `offsets[r - first]`
/// until before the next offset, in the order in which they were given. Only the rows between the first and the last
/// one that hold something take room; every other row is empty.
final class SparseArray {
    private final int first;
    private final int[] offsets;
    private final int[] values;

    private SparseArray(int first, int[] offsets, int[] values) {
        this.first = first;
        this.offsets = offsets;
        this.values = values;
    }

    /// @param keys the row of each entry
    /// @param entries the value of each entry
    static SparseArray of(int[] keys, int[] entries) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int key : keys) {
            first = Math.min(first, key);
            last = Math.max(last, key);
        }
        int rows = keys.length == 0 ? 0 : last - first + 1;
        int[] offsets = new int[rows + 1];
        for (int key : keys) {
            offsets[key - first + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] += offsets[row];
        }
        int[] next = Arrays.copyOf(offsets, rows);
        int[] values = new int[entries.length];
        for (int i = 0; i < keys.length; i++) {
            values[next[keys[i] - first]++] = entries[i];
        }
        return new SparseArray(keys.length == 0 ? 0 : first, offsets, values);
    }

    /// The first row that holds something, 0 where none does.
    int first() {
        return first;
    }

    /// The last row that holds something, -1 where none does.
    int last() {
        return first + offsets.length - 2;
    }

    int start(int row) {
        return holds(row) ? offsets[row - first] : 0;
    }

    int end(int row) {
        return holds(row) ? offsets[row - first + 1] : 0;
    }

    private boolean holds(int row) {
        return row >= first && row - first < offsets.length - 1;
    }

    int value(int position) {
        return values[position];
    }

    int count(int row) {
        return end(row) - start(row);
    }

    void forEach(int row, IntConsumer action) {
        int end = end(row);
        for (int i = start(row); i < end; i++) {
            action.accept(values[i]);
        }
    }
}
