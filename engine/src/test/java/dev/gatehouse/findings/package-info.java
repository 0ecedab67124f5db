@NullMarked
package dev.gatehouse.findings;

import org.jspecify.annotations.NullMarked;
