package io.cumulo.disputes.eforms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A codelist in genericode (OASIS, 1.0): its rows are terms, with a label for each language. */
final class Codelist {

    private static final int MAX_TERMS = 1000;
    private static final String LABEL = "_label";

    private final XmlElement document;

    Codelist(XmlElement document) {
        this.document = document;
        if (document.textAt("Identification", "LongName").isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "The codelist doesn't say what it is",
                    List.of(Fault.at("/Identification/LongName", "is required")));
        }
        if (document.all("SimpleCodeList", "Row").count() > MAX_TERMS) {
            throw Problem.INVALID_BODY.because("A codelist has at most " + MAX_TERMS + " terms here");
        }
    }

    String name() {
        return Keys.of(
                document.textAt("Identification", "LongName").orElseThrow().toLowerCase(Locale.ROOT));
    }

    private Optional<String> version() {
        return document.textAt("Identification", "Version").map(version -> Texts.cut(version, 100));
    }

    /** By their keys; a row without a code is none. */
    Map<String, ObjectNode> terms() {
        Map<String, ObjectNode> terms = new LinkedHashMap<>();
        document.all("SimpleCodeList", "Row").forEach(row -> value(row, "code").ifPresent(code -> {
            ObjectNode term = JsonNodeFactory.instance.objectNode().put("code", Texts.cut(code, 100));
            ObjectNode labels = term.putObject("labels");
            row.children("Value").forEach(value -> label(labels, value));
            if (labels.isEmpty()) {
                labels.put("eng", value(row, "Name").orElse(code));
            }
            version().ifPresent(version -> term.put("version", version));
            term.putArray("sources").add(source(code, labels));
            terms.put(Keys.of(code.toLowerCase(Locale.ROOT)), term);
        }));
        return terms;
    }

    private static void label(ObjectNode labels, XmlElement value) {
        String column = value.attribute("ColumnRef").orElse("");
        if (column.endsWith(LABEL) && column.length() <= 20) {
            value.textAt("SimpleValue")
                    .ifPresent(text ->
                            labels.put(column.substring(0, column.length() - LABEL.length()), Texts.cut(text, 2000)));
        }
    }

    private static Optional<String> value(XmlElement row, String column) {
        return row.children("Value")
                .filter(value ->
                        value.attribute("ColumnRef").filter(column::equals).isPresent())
                .flatMap(value -> value.textAt("SimpleValue").stream())
                .findFirst();
    }

    private ObjectNode source(String code, ObjectNode labels) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put(
                "publisher",
                Texts.cut(
                        document.textAt("Identification", "Agency", "LongName")
                                .orElse("A publisher that doesn't say its name"),
                        300));
        source.put(
                "title",
                Texts.cut(
                        "Codelist " + name()
                                + version().map(text -> ", " + text).orElse(""),
                        500));
        return source.put(
                "quote", Texts.cut(code + ": " + labels.elements().next().asText(), 4000));
    }
}
