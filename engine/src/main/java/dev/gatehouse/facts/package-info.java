/// The facts that rules and policies judge: the public language of DRL and Rego.
///
/// A [Fact][dev.gatehouse.facts.Fact] is an immutable statement about one entity in one environment. The names are
/// said from the subject's point of view: a component [Needs][dev.gatehouse.facts.Needs] others and is
/// [NeededBy][dev.gatehouse.facts.NeededBy] others. Rules see the records; policies see the same as JSON. Changing a
/// name here changes what rules can say. Sheets of facts live in `facts.sheet`, their assembly in `facts.assembly`;
/// `facts.change` lays a change over the architecture that they are drawn from.
/// Facts are one sealed type, which holds them in one package, however many they are.
@NullMarked
package dev.gatehouse.facts;

import org.jspecify.annotations.NullMarked;
