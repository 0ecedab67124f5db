/// Backstage's own catalog entities, read as they are.
///
/// An entity is rewritten as a document of Gatehouse's own and then read as one, so both have the same checks and
/// messages. What Backstage has no word for stands in annotations under `gatehouse.dev/`.
@NullMarked
package dev.gatehouse.catalog.backstage;

import org.jspecify.annotations.NullMarked;
