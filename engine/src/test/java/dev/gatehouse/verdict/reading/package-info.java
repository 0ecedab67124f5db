@NullMarked
package dev.gatehouse.verdict.reading;

import org.jspecify.annotations.NullMarked;
