package org.sitrep.generate;

/**
 * An article of a generated corpus.
 *
 * @param id its id
 * @param url where it would stand; of the reserved domain {@code .example}
 * @param title its headline
 * @param text its text; may be empty
 * @param publishedAt ISO 8601 in UTC; null where the date stands in the byline alone
 * @param source the name of the outlet
 * @param incident the name of its story; empty where it tells no event
 * @param copy whether the text is that of another article
 */
record GeneratedArticle(
    String id,
    String url,
    String title,
    String text,
    String publishedAt,
    String source,
    String incident,
    boolean copy) {}
