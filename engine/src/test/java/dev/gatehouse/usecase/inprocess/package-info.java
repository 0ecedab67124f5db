@org.jspecify.annotations.NullMarked
package dev.gatehouse.usecase.inprocess;
