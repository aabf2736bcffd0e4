package io.cumulo.investments.iati;

import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An IATI activity, of version 1 or 2, as far as it has a place here.
 *
 * @param identifier the publisher's, unique in the world
 * @param publisher reference of the reporting organisation
 * @param from and {@code to}: when it runs, as far as told
 * @param transactions those with a place here
 * @param unmapped what else it tells, by element: budgets and plans are no commitments
 */
record IatiActivity(
        String identifier,
        Optional<String> publisher,
        String publisherName,
        String title,
        Optional<String> purpose,
        Optional<PartialDate> from,
        Optional<PartialDate> to,
        Optional<String> updated,
        List<IatiTransaction> transactions,
        List<String> unmapped) {

    private static final Set<String> READ =
            Set.of("iati-identifier", "reporting-org", "title", "description", "activity-date", "transaction");

    /** All of them are posted in one transaction of the database, which ends it after some seconds. */
    private static final int MAX_TRANSACTIONS = 5000;

    /** So that the key of a commitment, which adds 13 characters to a digest's 9, is none too long. */
    private static final int MAX_KEY = 53;

    /**
     * Reads an {@code iati-activity}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with everything that is wrong
     */
    static IatiActivity of(XmlElement told) {
        List<Fault> faults = new ArrayList<>();
        List<String> unmapped = new ArrayList<>(told.children().stream()
                .map(XmlElement::name)
                .filter(name -> !READ.contains(name))
                .toList());
        Optional<String> identifier = told.textAt("iati-identifier");
        if (identifier.isEmpty() || identifier.get().length() > 500) {
            faults.add(Fault.at("/iati-identifier", "is missing, or longer than 500 characters"));
        }
        List<IatiTransaction> transactions = transactions(told, faults, unmapped);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "The activity can't be taken: " + faults.get(0).pointer() + " "
                            + faults.get(0).detail(),
                    faults);
        }
        Optional<XmlElement> reporter = told.at("reporting-org");
        Optional<String> publisher = reporter.flatMap(org -> org.attribute("ref"));
        return new IatiActivity(
                identifier.get(),
                publisher,
                shortened(narrative(reporter).or(() -> publisher).orElse("IATI publisher"), 300),
                shortened(title(told).orElse(identifier.get()), 500),
                narrative(told.children("description")
                                .filter(one -> one.attribute("type").orElse("1").equals("1"))
                                .findFirst())
                        .map(text -> shortened(text, 4000)),
                date(told, "2", "start-actual", "1", "start-planned"),
                date(told, "4", "end-actual", "3", "end-planned"),
                told.attribute("last-updated-datetime"),
                transactions,
                unmapped);
    }

    /** A key that is made of the identifier, and of no other. */
    String key() {
        String readable = identifier
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        boolean isPlain = readable.equalsIgnoreCase(identifier) && readable.length() <= MAX_KEY;
        String cut =
                readable.length() > MAX_KEY ? readable.substring(0, MAX_KEY).replaceAll("-$", "") : readable;
        return "iati-" + (isPlain ? cut : (cut.isEmpty() ? "" : cut + "-") + Digest.of(identifier, 4));
    }

    Citation source() {
        Optional<PartialDate> day = updated.filter(text -> text.length() >= 10)
                .map(text -> text.substring(0, 10))
                .flatMap(IatiActivity::dateOf);
        return new Citation(
                publisherName,
                shortened("IATI activity " + identifier, 500),
                "https://d-portal.org/ctrack.html#view=act&aid="
                        + URLEncoder.encode(identifier, StandardCharsets.UTF_8),
                day.orElse(null),
                null,
                null);
    }

    /** In the language of the activity, or the first there is; version 2 has narratives, version 1 plain text. */
    static Optional<String> narrative(Optional<XmlElement> told) {
        return told.flatMap(element -> Stream.concat(
                        element.children("narrative")
                                .filter(text -> text.attribute("xml:lang").isEmpty())
                                .map(XmlElement::text),
                        Stream.concat(element.children("narrative").map(XmlElement::text), Stream.of(element.text())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.replaceAll("\\s+", " ")));
    }

    /** Version 1 repeats the element for each language. */
    private static Optional<String> title(XmlElement told) {
        return told.children("title")
                .map(title -> narrative(Optional.of(title)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<IatiTransaction> transactions(XmlElement told, List<Fault> faults, List<String> unmapped) {
        Optional<String> currency = told.attribute("default-currency");
        List<XmlElement> elements = told.children("transaction").toList();
        if (elements.size() > MAX_TRANSACTIONS) {
            faults.add(Fault.at("/transaction", "an activity has at most " + MAX_TRANSACTIONS + " transactions here"));
            return List.of();
        }
        Map<String, Integer> alike = new HashMap<>();
        List<IatiTransaction> transactions = new ArrayList<>();
        for (int at = 0; at < elements.size(); at++) {
            XmlElement element = elements.get(at);
            String code = IatiTransaction.code(element);
            Optional<TransactionType> type = TransactionType.of(code);
            if (type.isEmpty()) {
                unmapped.add("transaction/" + (code.length() > 20 ? code.substring(0, 20) : code));
                continue;
            }
            IatiTransaction.of(type.get(), element, currency, "/transaction/" + at, faults)
                    .ifPresent(transaction -> transactions.add(
                            transaction.numbered(alike.merge(transaction.fingerprint(), 1, Integer::sum))));
        }
        return transactions;
    }

    private static Optional<PartialDate> date(XmlElement told, String... types) {
        return Stream.of(types)
                .flatMap(type -> told.children("activity-date")
                        .filter(date ->
                                date.attribute("type").filter(type::equals).isPresent())
                        .map(date -> date.attribute("iso-date").flatMap(IatiActivity::dateOf)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PartialDate> dateOf(String text) {
        try {
            return Optional.of(new PartialDate(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1)));
    }
}
