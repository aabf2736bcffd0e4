package io.cumulo.investments.diagnosis;

import java.util.List;
import java.util.Map;

/** How far one has to go to believe that a number was meant in a currency. */
final class LikelyCurrency {

    private static final List<String> MOST_PRINTED = List.of("EUR", "USD");

    /** In which currency readers of a language think first. */
    private static final Map<String, String> OF_LANGUAGE = Map.ofEntries(
            Map.entry("es", "EUR"),
            Map.entry("ca", "EUR"),
            Map.entry("de", "EUR"),
            Map.entry("el", "EUR"),
            Map.entry("fi", "EUR"),
            Map.entry("fr", "EUR"),
            Map.entry("it", "EUR"),
            Map.entry("nl", "EUR"),
            Map.entry("pt", "EUR"),
            Map.entry("en", "USD"),
            Map.entry("ja", "JPY"),
            Map.entry("ko", "KRW"),
            Map.entry("pl", "PLN"),
            Map.entry("ru", "RUB"),
            Map.entry("sv", "SEK"),
            Map.entry("zh", "CNY"));

    private LikelyCurrency() {}

    static double cost(Question question, String currency) {
        if (question.currency().isPresent()) {
            return question.currency().get().equals(currency) ? 0 : 2;
        }
        boolean isOfLanguage = question.language()
                .map(language -> OF_LANGUAGE.get(language.split("-", 2)[0]))
                .filter(currency::equals)
                .isPresent();
        boolean isUsual = MOST_PRINTED.contains(currency)
                || currency.equals(question.value().currency());
        return isOfLanguage ? 0.25 : isUsual ? 0.5 : 2;
    }
}
