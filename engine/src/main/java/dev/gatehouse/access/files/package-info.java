/// Tokens in a file of the state folder, readable by its owner only. The only part of access that reads a disk or
/// draws at random.
@NullMarked
package dev.gatehouse.access.files;

import org.jspecify.annotations.NullMarked;
