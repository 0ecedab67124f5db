/// The program: `main`, configuration, and all wiring.
///
/// The only package that sees adapters, and makes them; nobody uses it. The faces get the use cases from here.
@NullMarked
package dev.gatehouse.app;

import org.jspecify.annotations.NullMarked;
