/** Every table: its columns and their meaning, record to row and back, read, conform, publish. */
package org.sitrep.tables;
