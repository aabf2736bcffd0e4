package io.cumulo.kit.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What is wrong with text that should be JSON, for whoever sent it: the parser's words without those about itself and its settings. */
public final class JsonFault {

    private static final Pattern ABOUT_THE_PARSER = Pattern.compile(
            " ?\\(start marker at .*|\\[Source: .*|:? ?enable `.*|, from `[^`]*`| ?\\(bound as .*", Pattern.DOTALL);

    private JsonFault() {}

    public static String words(JsonProcessingException malformed) {
        return ABOUT_THE_PARSER
                .matcher(malformed.getOriginalMessage())
                .replaceAll("")
                .strip();
    }
}
