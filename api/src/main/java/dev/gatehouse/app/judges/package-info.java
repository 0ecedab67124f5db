/// The rules and policies in force: read from their folders, taken up anew when a file changes, kept while somebody
/// asks them.
@NullMarked
package dev.gatehouse.app.judges;

import org.jspecify.annotations.NullMarked;
