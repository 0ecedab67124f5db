/// Child processes that die with us, however we die.
///
/// A small watch in `sh` stands beside each child and holds the reading end of a pipe whose only writing end is ours.
/// When we are gone, kill -9 included, the pipe ends, and the watch ends the child. Needs a POSIX `sh`.
@NullMarked
package dev.gatehouse.process;

import org.jspecify.annotations.NullMarked;
