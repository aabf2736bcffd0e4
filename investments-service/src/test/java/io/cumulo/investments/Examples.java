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

    static String claim(String company) {
        return "{\"companies\":[\"" + company
                + "\"],\"about\":{\"type\":\"commitment\",\"id\":\"plan\",\"field\":\"amount\"},\"asPrinted\":\"una inversión de 26 millones\","
                + "\"language\":\"es\",\"reading\":{\"number\":\"26000000\",\"currency\":null},\"validFrom\":\"2020-04\",\"sources\":"
                + SOURCES + "}";
    }
}
