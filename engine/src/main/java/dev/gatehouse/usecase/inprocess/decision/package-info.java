/// Decisions on changes and plans: made, looked up, explained, replayed; and the findings of everything.
@NullMarked
package dev.gatehouse.usecase.inprocess.decision;

import org.jspecify.annotations.NullMarked;
