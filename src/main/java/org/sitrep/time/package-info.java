/**
 * Publication dates, date expressions and what the articles of one incident teach each other about
 * dates; pure Java.
 */
package org.sitrep.time;
