/// Parses YAML 1.2 and JSON into [Document][dev.gatehouse.document.Document]s, with a place for every value.
///
/// Hostile or broken files end in diagnostics, never in an exception or in memory running out: size, depth and the
/// number of values after expansion of aliases are bounded. The adapter of the port
/// [DocumentParser][dev.gatehouse.document.DocumentParser].
@NullMarked
package dev.gatehouse.document.yaml;

import org.jspecify.annotations.NullMarked;
