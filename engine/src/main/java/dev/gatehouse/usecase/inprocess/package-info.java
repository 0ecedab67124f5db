/// The use cases answered in this process, on the ports that `app` gives them.
@NullMarked
package dev.gatehouse.usecase.inprocess;

import org.jspecify.annotations.NullMarked;
