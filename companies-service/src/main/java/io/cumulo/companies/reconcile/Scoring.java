package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a company answers a query, from 0 to 100: its name's score and, for each property that the table and the company both tell, whether
 * they agree, as a weighted mean. What the company doesn't tell speaks neither for nor against it. An identifier that agrees settles the
 * matter: a register gives it to one company alone; one that differs says that it is another.
 *
 * @param score of the whole
 * @param features what it is made of
 */
record Scoring(double score, List<Feature> features) {

    private static final double NAME_WEIGHT = 1;
    private static final double PROPERTY_WEIGHT = 0.25;
    private static final double OTHER_IDENTIFIER = 0.5;

    Scoring {
        features = List.copyOf(features);
    }

    /**
     * Scores a company.
     *
     * @param nameScore how well a name of it agrees with the text, from 0 to 1
     */
    static Scoring of(Query query, Profile profile, double nameScore) {
        List<Feature> features = new ArrayList<>();
        if (!query.text().isEmpty()) {
            features.add(new Feature("name", rounded(nameScore * 100)));
        }
        double sum = nameScore * NAME_WEIGHT;
        double weight = NAME_WEIGHT;
        boolean identified = false;
        double factor = 1;
        for (Map.Entry<Property, List<String>> expected : query.expected().entrySet()) {
            List<String> known = expected.getKey().of(profile);
            if (known.isEmpty()) {
                continue;
            }
            boolean agrees = known.stream()
                    .anyMatch(value -> expected.getValue().stream().anyMatch(value(value)));
            features.add(new Feature(expected.getKey().named().id(), agrees ? 100 : 0));
            if (expected.getKey().isIdentifier()) {
                identified |= agrees;
                factor *= agrees ? 1 : OTHER_IDENTIFIER;
            } else {
                sum += agrees ? PROPERTY_WEIGHT : 0;
                weight += PROPERTY_WEIGHT;
            }
        }
        double score = identified && factor == 1 ? 1 : factor * sum / weight;
        return new Scoring(rounded(score * 100), features);
    }

    private static java.util.function.Predicate<String> value(String known) {
        String folded = folded(known);
        return expected -> folded.equals(folded(expected));
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT).replaceAll("/$", "");
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }
}
