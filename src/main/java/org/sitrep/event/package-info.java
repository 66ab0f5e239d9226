/**
 * Event types, actors, claimants, casualty claims, the main event of an article, and the rules that
 * reconcile figures; pure Java.
 */
package org.sitrep.event;
