/** Step 6 of 6: the weekly tables as a page and as CSV files, and the printed table. */
package org.sitrep.report;
