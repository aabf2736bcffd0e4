package io.cumulo.investments.ledger;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** RFC 4180: a header, then one record for each posting; an absent value is empty. */
final class CsvText implements JournalText {

    private static final String END = "\r\n";

    @Override
    public String head() {
        return line(
                "transaction",
                "number",
                "kind",
                "on",
                "effectiveOn",
                "recordedAt",
                "source",
                "destination",
                "amount",
                "currency",
                "commitment",
                "reverses",
                "replaces",
                "description");
    }

    @Override
    public String of(Transaction transaction) {
        return IntStream.range(0, transaction.postings().size())
                .mapToObj(at -> line(transaction, at + 1, transaction.postings().get(at)))
                .collect(Collectors.joining());
    }

    private static String line(Transaction transaction, int number, Posting posting) {
        return line(
                transaction.id(),
                String.valueOf(number),
                transaction.kind().text(),
                transaction.on().text(),
                transaction.effectiveOn().toString(),
                transaction.recordedAt().toString(),
                posting.source().path(),
                posting.destination().path(),
                posting.amount().amount().toPlainString(),
                posting.amount().currency(),
                transaction.commitment(),
                transaction.reverses(),
                transaction.replaces(),
                transaction.description());
    }

    private static String line(String... values) {
        return Arrays.stream(values).map(CsvText::quoted).collect(Collectors.joining(",")) + END;
    }

    private static String quoted(String value) {
        if (value == null) {
            return "";
        }
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
