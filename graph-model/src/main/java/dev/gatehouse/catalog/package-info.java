/// Reads sources: texts in some format become declarations and diagnostics.
///
/// First in the flow. Each [Format][dev.gatehouse.catalog.Format] is asked about the
/// documents that it understands; a format is a leaf: `gatehouse`, `backstage`, `kubernetes`.
@NullMarked
package dev.gatehouse.catalog;

import org.jspecify.annotations.NullMarked;
