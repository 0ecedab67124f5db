package dev.gatehouse.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Rows of numbers in compressed sparse row form: the values of row `r` stand in `values` from `offsets[r]` until
/// before `offsets[r + 1]`, in the order in which they were given.
final class SparseArray {
    private final int[] offsets;
    private final int[] values;

    private SparseArray(int[] offsets, int[] values) {
        this.offsets = offsets;
        this.values = values;
    }

    /// @param rows how many rows there are
    /// @param keys the row of each entry
    /// @param entries the value of each entry
    static SparseArray of(int rows, int[] keys, int[] entries) {
        int[] offsets = new int[rows + 1];
        for (int key : keys) {
            offsets[key + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] += offsets[row];
        }
        int[] next = Arrays.copyOf(offsets, rows);
        int[] values = new int[entries.length];
        for (int i = 0; i < keys.length; i++) {
            values[next[keys[i]]++] = entries[i];
        }
        return new SparseArray(offsets, values);
    }

    int start(int row) {
        return row + 1 < offsets.length ? offsets[row] : 0;
    }

    int end(int row) {
        return row + 1 < offsets.length ? offsets[row + 1] : 0;
    }

    int value(int position) {
        return values[position];
    }

    int count(int row) {
        return end(row) - start(row);
    }

    void forEach(int row, IntConsumer action) {
        for (int i = start(row); i < end(row); i++) {
            action.accept(values[i]);
        }
    }
}
