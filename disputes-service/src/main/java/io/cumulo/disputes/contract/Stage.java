package io.cumulo.disputes.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a contracting process has come (the stages of OCDS). On the wire: the name in lower case. */
public enum Stage {
    PLANNING,
    TENDER,
    AWARD,
    CONTRACT,
    IMPLEMENTATION;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming every stage there is, if this is none of them */
    @JsonCreator
    public static Stage of(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Stage::word).collect(Collectors.joining(", "))));
    }
}
