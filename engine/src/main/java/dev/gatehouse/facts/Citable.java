package dev.gatehouse.facts;

/// What a rule can bring as proof of a finding: facts, single cited values, and a measure.
public sealed interface Citable permits Fact, Citation, Measure {}
