/** Step 2 of 6: {@code articles} to {@code documents}, in one pass. */
package org.sitrep.annotate;
