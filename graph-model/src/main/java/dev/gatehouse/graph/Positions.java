package dev.gatehouse.graph;

import java.util.Arrays;

/// Numbers in the order in which they were first added, and the way back from a number to its position. Costs what it
/// holds, not the graph: a search keeps what it knows of a node in arrays at the node's position.
///
/// An open-addressing table; not safe for use by several threads while numbers are added.
public final class Positions {
    private static final int SMALLEST = 16;

    private int[] numbers = new int[SMALLEST];
    private int count;
    private int least = Integer.MAX_VALUE;
    private int greatest = Integer.MIN_VALUE;
    /// Position + 1 of the number in each slot, 0 where free; at least twice as long as `numbers`.
    private int[] slots = new int[SMALLEST * 2];

    /// How many numbers there are.
    public int size() {
        return count;
    }

    /// The number at a position below [#size].
    public int number(int position) {
        return numbers[position];
    }

    public boolean contains(int number) {
        return of(number) >= 0;
    }

    /// The position of the number, or -1.
    public int of(int number) {
        return number < least || number > greatest ? -1 : slots[slot(number)] - 1;
    }

    /// Adds the number unless it is there; true when it was not.
    public boolean add(int number) {
        int slot = slot(number);
        if (slots[slot] != 0) {
            return false;
        }
        if (count == numbers.length) {
            grow();
            slot = slot(number);
        }
        numbers[count++] = number;
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
        slots[slot] = count;
        return true;
    }

    /// The numbers in ascending order.
    public int[] sorted() {
        int[] all = Arrays.copyOf(numbers, count);
        Arrays.sort(all);
        return all;
    }

    private int slot(int number) {
        int mask = slots.length - 1;
        int slot = (number * 0x9E3779B9) >>> 7 & mask;
        while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, count * 2);
        slots = new int[count * 4];
        for (int position = 0; position < count; position++) {
            slots[slot(numbers[position])] = position + 1;
        }
    }
}
