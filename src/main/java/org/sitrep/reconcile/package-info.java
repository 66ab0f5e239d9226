/**
 * Step 4 of 6: {@code incident_articles} and {@code documents} to {@code incidents} and {@code
 * claims}.
 */
package org.sitrep.reconcile;
