/// Decision records as files, each complete in itself, where no server keeps them.
@NullMarked
package dev.gatehouse.verdict.record.files;

import org.jspecify.annotations.NullMarked;
