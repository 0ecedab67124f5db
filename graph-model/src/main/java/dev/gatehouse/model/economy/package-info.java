/// What it costs and what it is worth: budgets and initiatives.
@NullMarked
package dev.gatehouse.model.economy;

import org.jspecify.annotations.NullMarked;
