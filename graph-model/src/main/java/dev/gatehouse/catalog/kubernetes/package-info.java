/// Kubernetes manifests: workloads as components, and the dependencies that their environment variables give away.
///
/// Nobody declared these dependencies, so they are marked as guessed and say nothing of criticality.
@NullMarked
package dev.gatehouse.catalog.kubernetes;

import org.jspecify.annotations.NullMarked;
