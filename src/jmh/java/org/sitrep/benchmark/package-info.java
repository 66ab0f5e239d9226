/** How fast articles are read, on one core. */
package org.sitrep.benchmark;
