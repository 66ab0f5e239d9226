/**
 * Analysts' corrections: what they wrote, checked and applied last, to memberships and incidents.
 */
package org.sitrep.correct;
