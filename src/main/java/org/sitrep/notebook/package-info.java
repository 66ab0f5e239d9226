/** What a notebook shows: tables, charts and sentences as HTML, made from a few rows. */
package org.sitrep.notebook;
