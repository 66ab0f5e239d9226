/** Generated corpora of any size for measuring speed and scale; never for claims of quality. */
package org.sitrep.generate;
