/// Path questions of rules: from where, along which edges, to what, around or through what, and by which measure. Read
/// from a rule's `path.yaml` into a [PathQuestion][dev.gatehouse.graph.question.PathQuestion], answered on a
/// [Snapshot][dev.gatehouse.graph.Snapshot] with the paths that prove each answer.
///
/// What an answer needs and nobody stated makes the answer uncertain, never absent. Fact sheets ask here.
@NullMarked
package dev.gatehouse.graph.question;

import org.jspecify.annotations.NullMarked;
