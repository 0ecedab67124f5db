/// What the server says of itself: OpenAPI, read from the resources and from the records that they take and give.
@NullMarked
package dev.gatehouse.rest.description;

import org.jspecify.annotations.NullMarked;
