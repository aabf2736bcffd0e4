package io.cumulo.investments.spending;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Money;
import io.cumulo.kit.value.PartialDate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure as the SEC tells it.
 *
 * @param cik ten digits
 * @param entityName of the filer
 */
record FiledFigure(String cik, String entityName, Figure figure) {

    private static final String ACCESSION = "[0-9]{10}-[0-9]{2}-[0-9]{6}";
    private static final String EDGAR = "https://www.sec.gov/Archives/edgar/data/";

    /**
     * Reads an entry of {@link CompanyFactsFile}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with everything that is wrong
     */
    static FiledFigure of(JsonNode entry) {
        List<Fault> faults = new ArrayList<>();
        String cik = cik(entry.path("cik"), faults);
        JsonNode told = entry.path("figure");
        LocalDate from = day(told, "start", faults);
        LocalDate to = day(told, "end", faults);
        LocalDate filed = day(told, "filed", faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(Fault.at("/figure/end", "lies before start"));
        }
        String accession = text(told, "accn", ACCESSION, "must be an accession number", faults);
        String form = text(told, "form", "\\S.{0,39}", "must name the form", faults);
        Money amount = amount(told.path("val"), entry.path("unit").asText(), faults);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "The figure can't be taken: " + faults.get(0).detail(), faults);
        }
        return new FiledFigure(
                cik,
                entry.path("entityName").asText("").strip(),
                new Figure(
                        Figure.CAPITAL_EXPENDITURE,
                        from,
                        to,
                        Span.of(from, to),
                        amount,
                        entry.path("taxonomy").asText(),
                        entry.path("tag").asText(),
                        form,
                        accession,
                        filed));
    }

    /** The same for the same figure of the same filing. */
    String key() {
        String kind =
                figure.taxonomy() + ":" + figure.tag() + ":" + figure.amount().currency();
        return figure.accession() + "-" + figure.periodFrom() + "-" + figure.periodTo() + "-"
                + String.format("%08x", kind.hashCode());
    }

    Citation source() {
        String number = figure.accession().replace("-", "");
        String name = entityName.isEmpty() ? "CIK " + cik : entityName;
        return new Citation(
                "U.S. Securities and Exchange Commission",
                (name.length() > 300 ? name.substring(0, 300) : name) + ", form " + figure.form() + ", accession "
                        + figure.accession(),
                EDGAR + Long.parseLong(cik) + "/" + number + "/" + figure.accession() + "-index.htm",
                PartialDate.of(figure.filedOn()),
                null,
                null);
    }

    private static String cik(JsonNode told, List<Fault> faults) {
        String text = told.asText();
        if (!text.matches("[0-9]{1,10}")) {
            faults.add(Fault.at("/cik", "must be a number of at most ten digits"));
            return "";
        }
        return "0".repeat(10 - text.length()) + text;
    }

    private static LocalDate day(JsonNode told, String member, List<Fault> faults) {
        try {
            LocalDate day = LocalDate.parse(told.path(member).asText());
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // told below, as the year out of range is
        }
        faults.add(Fault.at("/figure/" + member, member + " must be a day as 2022-12-31"));
        return null;
    }

    private static String text(JsonNode told, String member, String shape, String fault, List<Fault> faults) {
        String text = told.path(member).asText("");
        if (!text.matches(shape)) {
            faults.add(Fault.at("/figure/" + member, member + " " + fault));
        }
        return text;
    }

    private static Money amount(JsonNode value, String unit, List<Fault> faults) {
        if (!value.isNumber()) {
            faults.add(Fault.at("/figure/val", "val must be a number"));
            return null;
        }
        try {
            return new Money(value.decimalValue(), unit);
        } catch (IllegalArgumentException wrong) {
            faults.add(Fault.at("/figure/val", wrong.getMessage()));
            return null;
        }
    }
}
