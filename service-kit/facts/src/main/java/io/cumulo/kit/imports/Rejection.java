package io.cumulo.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry that was refused.
 *
 * @param number of the entry in its file, from 1
 * @param line where it begins
 * @param reason for a person
 * @param errors each wrong member, as in a problem document
 * @param excerpt its beginning
 */
public record Rejection(long number, long line, String reason, JsonNode errors, String excerpt) {}
