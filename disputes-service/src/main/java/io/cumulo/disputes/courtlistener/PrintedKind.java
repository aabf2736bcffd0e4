package io.cumulo.disputes.courtlistener;

import io.cumulo.disputes.docket.EntryKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of entry a docket's words tell of. Only kinds that move nothing are told by words: whether an order granted, dissolved or ended anything isn't
 * read from a clerk's summary but said by an editor. What can't be told is a paper that was filed.
 */
final class PrintedKind {

    private static final List<Rule> RULES = List.of(
            rule("(minute entry|minutes) .*(hearing|conference|argument|trial|proceedings).*", EntryKind.HEARING),
            rule(
                    "((minute|scheduling|proposed|stipulated|protective|case management|paperless|text|opinion and|memorandum opinion and) )*order\\b.*",
                    EntryKind.ORDER),
            rule("(memorandum )?(opinion|judgment)\\b.*", EntryKind.ORDER),
            rule("((first|second|third|amended|supplemental|corrected) )*answer to\\b.*", EntryKind.ANSWER),
            rule(
                    "((joint|consent|unopposed|sealed|emergency|first|second|third|amended|cross|partial) )*motion\\b.*",
                    EntryKind.MOTION));

    private static final Pattern PROPOSED = Pattern.compile("proposed order\\b.*", Pattern.DOTALL);

    private PrintedKind() {}

    private record Rule(Pattern words, EntryKind kind) {}

    private static Rule rule(String words, EntryKind kind) {
        return new Rule(Pattern.compile(words, Pattern.DOTALL), kind);
    }

    static EntryKind of(String printed) {
        String words = printed.toLowerCase(Locale.ROOT).replaceAll("^[^a-z]+", "");
        if (PROPOSED.matcher(words).matches()) {
            return EntryKind.FILING;
        }
        return RULES.stream()
                .filter(rule -> rule.words().matcher(words).matches())
                .map(Rule::kind)
                .findFirst()
                .orElse(EntryKind.FILING);
    }
}
