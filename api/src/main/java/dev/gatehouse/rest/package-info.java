/// The face for programs: HTTP with JSON, described by OpenAPI. The server, and what it says about itself.
///
/// A request passes the `door` (where from, and who), reaches a `resource`, which asks a use case, and a failure
/// becomes a `problem`.
@NullMarked
package dev.gatehouse.rest;

import org.jspecify.annotations.NullMarked;
