/// How answers are written: for people, for pipelines and for forges.
///
/// What a command answers is an [Answer][dev.gatehouse.cli.output.Answer] and goes out as text in the formats of
/// [Format][dev.gatehouse.cli.output.Format] that the command offers. What gates said of a decision, of a plan's steps
/// or of everything, tools are told of in one way, by a a report; how their formats
/// look is the business of `cli.output.tool`. Nothing here asks or decides anything.
/// Whatever names and messages hold, they cannot steer the terminal, the forge or the XML that they are
/// written into: each format cleans or escapes all that it is given.
@NullMarked
package dev.gatehouse.cli.output;

import org.jspecify.annotations.NullMarked;
