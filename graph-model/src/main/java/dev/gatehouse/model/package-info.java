/// What exists and what moves, as immutable records: the words that every other package speaks.
///
/// An [Entity][dev.gatehouse.model.Entity] is declared by a source; the kinds of entity live in the packages below
/// this one. First in the flow: catalogs produce these records, the graph keeps them, fact sheets are drawn from them.
@NullMarked
package dev.gatehouse.model;

import org.jspecify.annotations.NullMarked;
