/// How a decision is written: for people, for pipelines and for forges.
///
/// A decision comes in as a [DecisionView][dev.gatehouse.cli.output.DecisionView] and goes out as text in one
/// of the formats of [Format][dev.gatehouse.cli.output.Format]. Nothing here asks or decides anything.
/// Whatever names and messages hold, they cannot steer the terminal, the forge or the XML that they are
/// written into: each format cleans or escapes all that it is given.
@NullMarked
package dev.gatehouse.cli.output;

import org.jspecify.annotations.NullMarked;
