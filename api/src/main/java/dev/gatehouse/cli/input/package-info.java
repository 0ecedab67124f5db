/// What commands read before they ask: values and paths, the files that these name, what those name in turn, and how a
/// source is called.
///
/// Only the command line opens files; a server gets their contents.
@NullMarked
package dev.gatehouse.cli.input;

import org.jspecify.annotations.NullMarked;
