package io.cumulo.investments.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A journal of hledger: {@code commitments/a/pledged} is {@code commitments:a:pledged}, a posting is two lines, its destination first, and what else
 * is known of a transaction stands in tags.
 */
final class HledgerText implements JournalText {

    @Override
    public String head() {
        return "decimal-mark .\n\n";
    }

    @Override
    public String of(Transaction transaction) {
        return transaction.effectiveOn() + " (" + transaction.id() + ") " + description(transaction) + "\n"
                + tags(transaction)
                + transaction.postings().stream()
                        .map(posting -> line(posting.destination(), "", posting) + line(posting.source(), "-", posting))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** On one line, and without the character that begins a comment. */
    private static String description(Transaction transaction) {
        return transaction.description() == null
                ? transaction.kind().text()
                : transaction.description().replaceAll("[\\p{Cntrl};]+", " ").strip();
    }

    private static String tags(Transaction transaction) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("kind", transaction.kind().text());
        tags.put("recorded", transaction.recordedAt().toString());
        tags.put("commitment", transaction.commitment());
        tags.put("reverses", transaction.reverses());
        tags.put("replaces", transaction.replaces());
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue() != null)
                .map(tag -> "    ; " + tag.getKey() + ": " + tag.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Account account, String sign, Posting posting) {
        return "    " + account.path().replace('/', ':') + "  " + sign
                + posting.amount().amount().toPlainString() + " "
                + posting.amount().currency() + "\n";
    }
}
