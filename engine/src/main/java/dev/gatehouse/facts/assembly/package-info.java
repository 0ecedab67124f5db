/// Fills fact sheets from snapshots, and knows which sheets an edit touches.
///
/// Between the architecture before and after a change (`facts.change`) and the judges:
/// [AffectedSheets][dev.gatehouse.facts.assembly.AffectedSheets] names the subjects whose sheets may differ;
/// [Assembler][dev.gatehouse.facts.assembly.Assembler] fills their sheets before and after. Only the parts
/// that some rule needs are filled.
@NullMarked
package dev.gatehouse.facts.assembly;

import org.jspecify.annotations.NullMarked;
