/**
 * Every table: its columns and their meaning, record to row and back, read, conform, publish; and
 * the reader of the small tables that users write.
 */
package org.sitrep.tables;
