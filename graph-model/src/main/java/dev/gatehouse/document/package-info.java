/// A YAML or JSON text as a tree with positions, what is wrong with it, and the way back: canonical JSON and digests.
///
/// Stands between files and everything that reads them. [Json][dev.gatehouse.document.Json] is the one place that
/// knows how records are written and read; `document.yaml` parses text into
/// [Document][dev.gatehouse.document.Document]s; `document.schema` checks them.
@NullMarked
package dev.gatehouse.document;

import org.jspecify.annotations.NullMarked;
