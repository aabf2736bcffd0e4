package io.cumulo.companies.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Brings names, and what is asked for, into the forms in which they are compared: one and the same for writing and for asking. */
final class NameForms {

    /** To be raised with every change of the rules or their tables: what is indexed is then made anew. Never lowered. */
    static final int RULES = 1;

    private static final int MOST_WORDS = 40;
    /** Compatibility forms of one character can be whole phrases: what is compared, and indexed, has an end. */
    private static final int LONGEST_WORD = 100;

    private static final int LONGEST_WHOLE = 300;
    private static final LegalForms LEGAL_FORMS = new LegalForms(Tables.read("legal-forms.txt"));

    private NameForms() {}

    /** The form in the name's own script and, for one that isn't Latin, the one in Latin letters. Empty for a name of nothing but spaces. */
    static List<NameForm> of(String name) {
        String folded = Letters.folded(name);
        List<String> runs = Letters.runs(folded);
        if (runs.isEmpty()) {
            String signs = folded.replace(" ", "");
            return signs.isEmpty() ? List.of() : List.of(form(List.of(signs), signs, "", false));
        }
        LegalForms.Stripped stripped = LEGAL_FORMS.strip(runs);
        List<NameForm> forms = new ArrayList<>();
        forms.add(own(stripped));
        if (!stripped.runs().stream().allMatch(Letters::isAscii)) {
            latin(stripped, forms);
        }
        return forms;
    }

    static boolean saysLegalForm(String word, NameForm name) {
        return LEGAL_FORMS.says(word, name.legalForm());
    }

    private static NameForm own(LegalForms.Stripped name) {
        List<String> words = name.runs().stream()
                .flatMap(run -> Letters.isUnspaced(run) ? Letters.pairs(run).stream() : Stream.of(run))
                .toList();
        return form(words, String.join("", name.runs()), name.form(), false);
    }

    private static void latin(LegalForms.Stripped name, List<NameForm> forms) {
        List<String> words = name.runs().stream()
                .map(run -> Letters.isAscii(run) ? run : Letters.latin(run))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
            forms.add(form(words, String.join("", words), name.form(), true));
        }
    }

    private static NameForm form(List<String> words, String whole, String legalForm, boolean latin) {
        List<String> compared = words.stream()
                .limit(MOST_WORDS)
                .map(word -> Letters.cut(word, LONGEST_WORD))
                .toList();
        return new NameForm(compared, Letters.cut(whole, LONGEST_WHOLE), legalForm, latin);
    }
}
