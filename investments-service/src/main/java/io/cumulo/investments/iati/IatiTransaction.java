package io.cumulo.investments.iati;

import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A transaction of an activity.
 *
 * @param on its date, or that of its value
 * @param amount below zero where it takes something back
 * @param provider reference of the organisation that the money comes from
 * @param description in the publisher's words
 * @param fingerprint the same for whoever says the same
 */
record IatiTransaction(
        TransactionType type,
        LocalDate on,
        Money amount,
        Optional<String> provider,
        Optional<String> description,
        String fingerprint) {

    private static final String DECIMAL = "-?[0-9]{1,24}(\\.[0-9]{1,8})?";

    /** What stands for the type: the code of versions 1 and 2, or the attribute of what was before. */
    static String code(XmlElement transaction) {
        return transaction
                .at("transaction-type")
                .flatMap(type -> type.attribute("code"))
                .or(() -> transaction.attribute("type"))
                .orElse("none");
    }

    /** Reads it; empty when something is wrong, which is told. */
    static Optional<IatiTransaction> of(
            TransactionType type, XmlElement told, Optional<String> currency, String pointer, List<Fault> faults) {
        int before = faults.size();
        Optional<XmlElement> value = told.at("value");
        Optional<LocalDate> on = told.at("transaction-date")
                .flatMap(date -> date.attribute("iso-date"))
                .or(() -> value.flatMap(element -> element.attribute("value-date")))
                .flatMap(text -> day(text, pointer, faults));
        Optional<Money> amount = amount(value, currency, pointer, faults);
        if (on.isEmpty() && faults.size() == before) {
            faults.add(Fault.at(pointer + "/transaction-date", "neither the transaction nor its value has a date"));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        Optional<String> provider = told.at("provider-org").flatMap(org -> org.attribute("ref"));
        return Optional.of(new IatiTransaction(
                type,
                on.orElseThrow(),
                amount.orElseThrow(),
                provider,
                IatiActivity.narrative(told.at("description")),
                fingerprint(type, told, on.get(), amount.get(), provider)));
    }

    PartialDate date() {
        return PartialDate.of(on);
    }

    IatiTransaction numbered(int occurrence) {
        return new IatiTransaction(type, on, amount, provider, description, fingerprint + "-" + occurrence);
    }

    private static String fingerprint(
            TransactionType type, XmlElement told, LocalDate on, Money amount, Optional<String> provider) {
        return Digest.of(
                String.join(
                        "\n",
                        type.name(),
                        on.toString(),
                        amount.amount().toPlainString(),
                        amount.currency(),
                        told.attribute("ref").orElse(""),
                        provider.orElse(""),
                        told.at("receiver-org")
                                .flatMap(org -> org.attribute("ref"))
                                .orElse("")),
                16);
    }

    private static Optional<LocalDate> day(String text, String pointer, List<Fault> faults) {
        try {
            PartialDate date = new PartialDate(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.text().length() == 10) {
                return Optional.of(date.first());
            }
        } catch (IllegalArgumentException malformed) {
            // told below, as what isn't a day is
        }
        faults.add(Fault.at(pointer + "/transaction-date", text + " is not a day as 2020-04-20"));
        return Optional.empty();
    }

    private static Optional<Money> amount(
            Optional<XmlElement> value, Optional<String> currency, String pointer, List<Fault> faults) {
        String text = value.map(XmlElement::text).orElse("");
        Optional<String> code =
                value.flatMap(element -> element.attribute("currency")).or(() -> currency);
        if (!text.matches(DECIMAL) || new BigDecimal(text).signum() == 0) {
            faults.add(Fault.at(pointer + "/value", "must be a decimal other than zero"));
        } else if (code.isEmpty()) {
            faults.add(Fault.at(pointer + "/value", "has no currency, and the activity no default one"));
        } else {
            try {
                return Optional.of(new Money(new BigDecimal(text), code.get()));
            } catch (IllegalArgumentException wrong) {
                faults.add(Fault.at(pointer + "/value", wrong.getMessage()));
            }
        }
        return Optional.empty();
    }
}
