/// Reads gates out of documents of kind `Gate`, a company's own laid over those that ship.
///
/// Before the verdict: what comes out is a plain [Gate][dev.gatehouse.verdict.Gate], whoever wrote it.
@NullMarked
package dev.gatehouse.verdict.reading;

import org.jspecify.annotations.NullMarked;
