/// Changes laid over an architecture: what each operation puts and removes, and what follows from it.
///
/// Between the change that somebody wrote and its fact sheets:
/// [ChangeResolver][dev.gatehouse.facts.change.ChangeResolver] gives the architecture before and after, or every
/// mistake of the change at its place in the document; `facts.assembly` draws the sheets of both.
/// [Fulfilment][dev.gatehouse.facts.change.Fulfilment] tells whether an architecture shows a change already. Nothing
/// is written.
@NullMarked
package dev.gatehouse.facts.change;

import org.jspecify.annotations.NullMarked;
