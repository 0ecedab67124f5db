/// The JSON Schemas of the kinds that people write, and the check of a document against its kind's.
///
/// The schemas are files under `dev/gatehouse/schemas/`; they are the one place that says which attributes a kind has,
/// what may stand in them, and what their absence means. Stands between the parser and the readers of each kind:
/// [Schemas][dev.gatehouse.document.schema.Schemas] finds all mistakes at once, and gives the document in canonical
/// form, from which records are made.
@NullMarked
package dev.gatehouse.document.schema;

import org.jspecify.annotations.NullMarked;
