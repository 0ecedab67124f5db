/// What people say to a decision: approvals, rejections, and reviews of broken glass.
@NullMarked
package dev.gatehouse.usecase.inprocess.approval;

import org.jspecify.annotations.NullMarked;
