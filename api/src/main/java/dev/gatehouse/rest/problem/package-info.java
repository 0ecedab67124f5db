/// What is answered when something does not work: problem documents (RFC 9457) out of exceptions, with the words that
/// every face uses.
@NullMarked
package dev.gatehouse.rest.problem;

import org.jspecify.annotations.NullMarked;
