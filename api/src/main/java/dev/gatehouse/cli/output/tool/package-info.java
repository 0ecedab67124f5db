/// Formats that tools read, whatever is told in them: test reports, code scanning, workflow commands. Each escapes all
/// that it is given.
@NullMarked
package dev.gatehouse.cli.output.tool;

import org.jspecify.annotations.NullMarked;
