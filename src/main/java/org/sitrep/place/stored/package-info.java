/** Names and records in files that are mapped into memory, so that they take no heap. */
package org.sitrep.place.stored;
