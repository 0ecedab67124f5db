/// The life of registered changes, which decisions begin, approvals and rejections go on with, and imports end.
@NullMarked
package dev.gatehouse.usecase.inprocess.change;

import org.jspecify.annotations.NullMarked;
