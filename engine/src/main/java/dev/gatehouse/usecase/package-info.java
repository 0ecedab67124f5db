/// What a face may ask for: one interface for each use case, with the records that it takes and gives.
///
/// The faces know nothing below this package. `usecase.inprocess` answers here and now; `client` asks a
/// server. Each takes the actor and asks `access` itself.
@NullMarked
package dev.gatehouse.usecase;

import org.jspecify.annotations.NullMarked;
