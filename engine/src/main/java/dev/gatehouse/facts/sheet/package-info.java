/// Fact sheets: all the facts that a rule may look at about one subject, in parts that each know whether they were read
/// completely.
///
/// Between the snapshot and the judges: `facts.assembly` fills sheets, judges see nothing else.
@NullMarked
package dev.gatehouse.facts.sheet;

import org.jspecify.annotations.NullMarked;
