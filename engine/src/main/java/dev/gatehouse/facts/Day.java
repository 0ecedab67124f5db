package dev.gatehouse.facts;

import dev.gatehouse.model.EntityRef;
import java.time.LocalDate;

/// The day on which the sheet is judged, in UTC.
///
/// @param ref the subject
public record Day(EntityRef ref, LocalDate date) implements Fact {}
