/** Step 5 of 6: incidents and claims to {@code region_weeks} and {@code region_week_events}. */
package org.sitrep.statistics;
