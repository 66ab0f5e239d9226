/** Step 3 of 6: {@code documents} to {@code incident_articles}. */
package org.sitrep.cluster;
