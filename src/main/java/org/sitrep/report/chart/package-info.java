/** Charts of the weekly report, drawn as SVG that a page carries within itself. */
package org.sitrep.report.chart;
