package io.cumulo.disputes.docket;

import java.time.LocalDate;

/**
 * Something that a ruling granted.
 *
 * @param entry key of the entry that reports the ruling
 * @param on day of the ruling
 * @param text what was granted, in words
 */
public record GrantedRemedy(String entry, LocalDate on, String text) {}
