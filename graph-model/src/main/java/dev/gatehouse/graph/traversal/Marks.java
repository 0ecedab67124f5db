package dev.gatehouse.graph.traversal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing set of numbers in the order in which they were added. One bit a number, in pages made when first needed:
/// small where few are marked, and close together where all are.
final class Marks {
    /// 4,096 numbers a page.
    private static final int PAGE = 12;

    private final long[] @Nullable [] pages;
    private int[] numbers = new int[16];
    private int count;

    /// @param size one more than the largest number
    Marks(int size) {
        this.pages = new long[(size >> PAGE) + 1][];
    }

    boolean contains(int number) {
        long[] page = pages[number >> PAGE];
        return page != null && (page[word(number)] & (1L << number)) != 0;
    }

    void add(int number) {
        long[] page = pages[number >> PAGE];
        if (page == null) {
            page = new long[1 << (PAGE - 6)];
            pages[number >> PAGE] = page;
        }
        if ((page[word(number)] & (1L << number)) == 0) {
            page[word(number)] |= 1L << number;
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }
    }

    void addAll(int[] all) {
        for (int number : all) {
            add(number);
        }
    }

    private static int word(int number) {
        return (number & ((1 << PAGE) - 1)) >> 6;
    }

    int size() {
        return count;
    }

    /// The number that was added after that many others.
    int number(int position) {
        return numbers[position];
    }
}
