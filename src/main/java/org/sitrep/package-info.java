/**
 * The command line and the pipeline of sitrep: what happened, in which region, in which week, how
 * many died, and who says so.
 */
package org.sitrep;
