package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.sheet.Said;
import dev.gatehouse.model.Provenance;
import java.util.List;

/// Who says what of an entity.
///
/// @param declared where its declaration stands
/// @param said what that does not say of it itself
record Origin(Provenance declared, List<Said> said) {}
