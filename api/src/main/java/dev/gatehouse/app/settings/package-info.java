/// How this Gatehouse is set up: `gatehouse.yaml`, the environment over it, and where secrets may go.
@NullMarked
package dev.gatehouse.app.settings;

import org.jspecify.annotations.NullMarked;
