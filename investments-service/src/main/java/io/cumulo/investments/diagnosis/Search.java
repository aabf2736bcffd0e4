package io.cumulo.investments.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through scale × currency × date for what turns the right money into the printed number, within what the number was rounded to, and ranks what it
 * finds: the fewer and the more usual mistakes an explanation needs, the better. For one currency and day at most one scale fits, so the work is bounded
 * by the rates that it is given.
 */
final class Search {

    static final int MOST = 10;

    /** No number is taken as rounded to more than this share of it, nor as exacter than rates are. */
    private static final BigDecimal WIDEST = new BigDecimal("0.025");

    private static final BigDecimal NARROWEST = new BigDecimal("0.0005");
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final Question question;
    private final Map<LocalDate, Map<String, BigDecimal>> rates;
    private final BigDecimal tolerance;

    /** @param rates units of each currency for one euro, by day */
    Search(Question question, Map<LocalDate, Map<String, BigDecimal>> rates) {
        this.question = question;
        this.rates = rates;
        this.tolerance = tolerance(question.printed());
    }

    /** Half a unit of the last figure that isn't zero, as a share of the number: 26000000 may be anything from 25.5 to 26.5 million. */
    static BigDecimal tolerance(BigDecimal printed) {
        if (printed.signum() == 0) {
            return NARROWEST;
        }
        BigDecimal plain = printed.abs().stripTrailingZeros();
        BigDecimal half = BigDecimal.valueOf(5, plain.scale() + 1);
        return half.divide(plain, PRECISION).min(WIDEST).max(NARROWEST);
    }

    /** The best explanations first; one for each scale and currency. */
    List<Explanation> explanations() {
        if (question.printed().signum() == 0
                || question.printed().signum() != question.value().amount().signum()) {
            return List.of();
        }
        Map<String, List<Candidate>> alike = Stream.concat(unconverted(), converted())
                .filter(candidate -> Math.abs(candidate.scale().exponent()) <= Scale.LARGEST)
                .filter(candidate -> candidate.isWithin(tolerance))
                .collect(Collectors.groupingBy(Candidate::kind, TreeMap::new, Collectors.toList()));
        Comparator<Candidate> best = Comparator.comparingDouble(this::cost).thenComparing(Candidate::kind);
        return alike.values().stream()
                .map(same -> new Fitting(
                        same.stream()
                                .min(best.thenComparing(
                                        Candidate::day, Comparator.nullsFirst(Comparator.naturalOrder())))
                                .orElseThrow(),
                        same.size()))
                .sorted(Comparator.comparing(Fitting::candidate, best))
                .limit(MOST)
                .map(fitting -> fitting.candidate().explained(question, fitting.days()))
                .toList();
    }

    private record Fitting(Candidate candidate, int days) {}

    /** The number may have been printed in the right money's own currency. */
    private Stream<Candidate> unconverted() {
        return Stream.of(Candidate.of(question, question.value().currency(), null, BigDecimal.ONE, BigDecimal.ONE));
    }

    private Stream<Candidate> converted() {
        String from = question.value().currency();
        return rates.entrySet().stream().flatMap(day -> {
            Map<String, BigDecimal> withEuro = new TreeMap<>(day.getValue());
            withEuro.put("EUR", BigDecimal.ONE);
            return withEuro.containsKey(from)
                    ? withEuro.entrySet().stream()
                            .filter(rate -> !rate.getKey().equals(from))
                            .map(rate -> Candidate.of(
                                    question, rate.getKey(), day.getKey(), withEuro.get(from), rate.getValue()))
                    : Stream.empty();
        });
    }

    private double cost(Candidate candidate) {
        double ofDay = candidate.day() == null ? 0 : 0.1 * question.distance(candidate.day());
        double ofError =
                0.5 * candidate.error().abs().divide(tolerance, PRECISION).doubleValue();
        return candidate.scale().cost() + LikelyCurrency.cost(question, candidate.currency()) + ofDay + ofError;
    }
}
