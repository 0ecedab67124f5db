/// Gatehouse's own documents, `apiVersion: gatehouse.dev/v1`, as a format of catalogs.
@NullMarked
package dev.gatehouse.catalog.gatehouse;

import org.jspecify.annotations.NullMarked;
