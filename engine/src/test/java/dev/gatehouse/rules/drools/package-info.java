/// Rules in small texts, judged on small sheets.
@NullMarked
package dev.gatehouse.rules.drools;

import org.jspecify.annotations.NullMarked;
