/// What people say to a decision: approvals, rejections, reviews of broken glass, and changes that live on.
@NullMarked
package dev.gatehouse.usecase.inprocess.approval;

import org.jspecify.annotations.NullMarked;
