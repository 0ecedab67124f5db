/// Policies run by a real Open Policy Agent: found or built beside us
/// ([OpaBinary][dev.gatehouse.policies.opa.program.OpaBinary]),
/// checked first ([OpaCheck][dev.gatehouse.policies.opa.program.OpaCheck]), one child for each policy set, or a server
/// that somebody else runs. [OpaPolicies][dev.gatehouse.policies.opa.OpaPolicies] is the way in.
@NullMarked
package dev.gatehouse.policies.opa;

import org.jspecify.annotations.NullMarked;
