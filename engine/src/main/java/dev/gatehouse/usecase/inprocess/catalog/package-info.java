/// What the graph holds: sources replaced as a whole, waivers, entities, who is hurt by whom.
@NullMarked
package dev.gatehouse.usecase.inprocess.catalog;

import org.jspecify.annotations.NullMarked;
