/** Reading an article: furniture, sentences, tokens and spans; pure Java, the ground floor. */
package org.sitrep.text;
