/// Decision records on the graph's journal and blobs, as a server keeps them.
@NullMarked
package dev.gatehouse.verdict.record.journal;

import org.jspecify.annotations.NullMarked;
