/// Small text files of a folder that a person names: the way from disk to texts for rules and other sets.
@NullMarked
package dev.gatehouse.document.files;

import org.jspecify.annotations.NullMarked;
