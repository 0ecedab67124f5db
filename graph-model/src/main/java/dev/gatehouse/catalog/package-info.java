/// Reads sources: texts in some format become declarations and diagnostics.
///
/// First in the flow. [Catalog][dev.gatehouse.catalog.Catalog] asks each [Format][dev.gatehouse.catalog.Format] about
/// the documents that it understands; a format is a leaf: `gatehouse`, `backstage`, `kubernetes`. Here too stand the
/// readers of Gatehouse's own documents, since changes and the faces speak them whatever the formats of the sources:
/// [EntityReader][dev.gatehouse.catalog.EntityReader] and [EntityDocument][dev.gatehouse.catalog.EntityDocument] back
/// and forth, [ChangeReader][dev.gatehouse.catalog.ChangeReader], and [EntityPatch][dev.gatehouse.catalog.EntityPatch].
/// All attributes come from the schemas, which name them as the records do: a new one needs a record component and a
/// line of schema, and nothing here.
@NullMarked
package dev.gatehouse.catalog;

import org.jspecify.annotations.NullMarked;
