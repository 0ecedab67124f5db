/// Who is asking, and what they may do. The answer comes from the policies of access; whoever cannot be judged is
/// refused.
@NullMarked
package dev.gatehouse.access;

import org.jspecify.annotations.NullMarked;
