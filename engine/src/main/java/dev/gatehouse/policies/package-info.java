/// Policies: what Rego judges and answers. A [PolicySet][dev.gatehouse.policies.PolicySet] is their text with what is
/// known about each without running it; [Authority][dev.gatehouse.policies.Authority] answers questions about who may
/// do what.
///
/// Beside `rules`, between the fact sheets and the verdict; neither knows the other. Pure; `policies.opa` runs them.
@NullMarked
package dev.gatehouse.policies;

import org.jspecify.annotations.NullMarked;
