/// What gates said of a decision, of a plan's steps or of everything, as tools are told of it: a
/// [Report][dev.gatehouse.cli.output.report.Report] goes out as JUnit, SARIF or workflow commands; how those look is
/// the business of `cli.output.tool`. Beside it the words that texts for people share with them.
@NullMarked
package dev.gatehouse.cli.output.report;

import org.jspecify.annotations.NullMarked;
