/// Gatehouse's own documents, `apiVersion: gatehouse.dev/v1`: entities of every kind, and changes.
///
/// Reads them into records and writes entities back. All attributes come from the schemas in `document.schema`, which
/// name them as the records do; so a new attribute needs a record component and a line of schema, and nothing here.
@NullMarked
package dev.gatehouse.catalog.gatehouse;

import org.jspecify.annotations.NullMarked;
