/// The program `opa` on this machine: found, and asked to check, test and format policies.
@NullMarked
package dev.gatehouse.policies.opa.program;

import org.jspecify.annotations.NullMarked;
