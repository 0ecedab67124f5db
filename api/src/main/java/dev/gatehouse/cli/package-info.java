/// The command line: one class for each command. Results go to standard output, all else to standard error; how an
/// answer is written is the business of `cli.output`.
///
/// A command asks use cases that [Backends][dev.gatehouse.cli.Backends] gives it, and does not know whether files or a
/// server answer.
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
