package dev.gatehouse.facts;

/// What a rule can bring as proof of a finding: facts, single cited values, and a measure.
public sealed interface Evidence permits Fact, Citation, Measure {}
