package io.cumulo.investments;

import static io.cumulo.kit.testing.Write.SOURCES;

/** The article's figures as bodies. */
final class Examples {

    static final String CNY_200_BN = "{\"amount\":\"200000000000.00\",\"currency\":\"CNY\"}";

    static final String CORRECTION = "{\"value\":" + CNY_200_BN
            + ",\"text\":\"200 billion yuan over three years\",\"certainty\":\"confirmed\",\"sources\":" + SOURCES
            + "}";

    private Examples() {}

    static String commitment(String company, String amount) {
        return "{\"company\":\"" + company
                + "\",\"title\":\"Cloud plan\",\"announcedOn\":\"2020-04-20\",\"qualifier\":\"exactly\",\"amount\":"
                + amount
                + ",\"period\":{\"from\":\"2020-04-20\",\"to\":\"2023-04-19\"},\"categories\":[\"servers\",\"chips\"],\"split\":null,\"supersedes\":null,\"sources\":"
                + SOURCES + "}";
    }

    /** A movement of a commitment's money. */
    static String movement(String amount, String currency, String on, String category) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"},\"on\":\"" + on
                + "\",\"category\":" + (category == null ? "null" : "\"" + category + "\"")
                + ",\"note\":null,\"sources\":"
                + SOURCES + "}";
    }

    /** A transaction on free accounts, of one posting. */
    static String transaction(String source, String destination, String amount, String on) {
        return "{\"kind\":\"reported-spending\",\"on\":\"" + on
                + "\",\"description\":\"as filed\",\"metadata\":{\"form\":\"10-K\"}," + "\"postings\":["
                + posting(source, destination, amount) + "],\"sources\":" + SOURCES + "}";
    }

    static String posting(String source, String destination, String amount) {
        return "{\"source\":\"" + source + "\",\"destination\":\"" + destination + "\",\"amount\":{\"amount\":\""
                + amount + "\",\"currency\":\"EUR\"}}";
    }

    static final String REVERSAL = "{\"reason\":\"posted by mistake\",\"sources\":" + SOURCES + "}";

    static String claim(String company) {
        return "{\"companies\":[\"" + company
                + "\"],\"about\":{\"type\":\"commitment\",\"id\":\"plan\",\"field\":\"amount\"},\"asPrinted\":\"una inversión de 26 millones\","
                + "\"language\":\"es\",\"reading\":{\"number\":\"26000000\",\"currency\":null},\"validFrom\":\"2020-04\",\"sources\":"
                + SOURCES + "}";
    }
}
