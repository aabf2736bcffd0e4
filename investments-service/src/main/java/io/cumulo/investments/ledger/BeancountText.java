package io.cumulo.investments.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A ledger of Beancount, which knows five roots and capitalised names only: the world is {@code Equity:World}, {@code commitments/a-b/pledged} is
 * {@code Assets:Commitments:A-b:Pledged}. Paths are lower-case, so no two accounts become one. Accounts are opened by Beancount's own plugin.
 */
final class BeancountText implements JournalText {

    @Override
    public String head() {
        return "plugin \"beancount.plugins.auto_accounts\"\n\n";
    }

    @Override
    public String of(Transaction transaction) {
        String narration =
                transaction.description() == null ? transaction.kind().text() : transaction.description();
        return transaction.effectiveOn() + " * " + quoted(narration) + " ^" + transaction.id() + "\n"
                + "  kind: " + quoted(transaction.kind().text()) + "\n"
                + "  recorded: " + quoted(transaction.recordedAt().toString()) + "\n"
                + link("commitment", transaction.commitment())
                + link("reverses", transaction.reverses())
                + link("replaces", transaction.replaces())
                + transaction.postings().stream()
                        .map(posting -> line(posting.destination(), "", posting) + line(posting.source(), "-", posting))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String link(String name, String value) {
        return value == null ? "" : "  " + name + ": " + quoted(value) + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String line(Account account, String sign, Posting posting) {
        return "  " + name(account) + "  " + sign + posting.amount().amount().toPlainString() + " "
                + posting.amount().currency() + "\n";
    }

    static String name(Account account) {
        return (account.isWorld() ? "Equity:" : "Assets:")
                + Arrays.stream(account.path().split("/"))
                        .map(segment -> segment.substring(0, 1).toUpperCase(Locale.ROOT) + segment.substring(1))
                        .collect(Collectors.joining(":"));
    }
}
