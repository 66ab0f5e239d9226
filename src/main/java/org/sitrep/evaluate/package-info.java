/**
 * The measures by which an output is judged against labels of one's own: pure functions from gold
 * labels and table rows to figures.
 */
package org.sitrep.evaluate;
