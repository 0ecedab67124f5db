/// The use cases, answered by a server: what is asked goes over HTTP, and what fails there fails here with the same
/// exception and the same words. The command line cannot tell the difference.
@NullMarked
package dev.gatehouse.client;

import org.jspecify.annotations.NullMarked;
