/// Text for people, laid out: pages that wrap at the terminal's width, paths drawn, nothing in them that steers a
/// terminal. All that the command line prints for people is written through it.
@NullMarked
package dev.gatehouse.cli.output.page;

import org.jspecify.annotations.NullMarked;
