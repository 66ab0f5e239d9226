/** Step 1 of 6: files to {@code articles} and {@code rejects}. */
package org.sitrep.ingest;
