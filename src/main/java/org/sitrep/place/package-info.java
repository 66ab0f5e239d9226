/** Finding and resolving place names against a gazetteer; pure Java. */
package org.sitrep.place;
