/// One class for each thing that can be asked for under `/api/v1`: it reads the request, asks the use case, and gives
/// its answer as JSON. Nothing is decided here.
@NullMarked
package dev.gatehouse.rest.resource;

import org.jspecify.annotations.NullMarked;
