package io.cumulo.companies.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The legal forms that names end or begin with: Ltd, GmbH, S.A., 有限公司. Their table is {@code search/legal-forms.txt}. */
final class LegalForms {

    private static final int MOST_WORDS = 6;

    private final Map<String, String> closing = new HashMap<>();
    private final Map<String, String> leading = new HashMap<>();
    private final Map<String, String> glued = new HashMap<>();

    LegalForms(List<String> lines) {
        for (String line : lines) {
            boolean leads = line.startsWith("^");
            String[] spellings = line.substring(leads ? 1 : 0).split(";");
            String name = key(spellings[0]);
            for (String spelling : spellings) {
                add(key(spelling), name, leads);
            }
        }
    }

    /** Chinese, Japanese and Korean forms stand at either end, with or without a space; of one character only apart, as in (株). */
    private void add(String key, String name, boolean leads) {
        boolean eastern = Letters.isUnspaced(key) || Letters.isHangul(key);
        if (leads || eastern) {
            leading.put(key, name);
        }
        if (!leads) {
            closing.put(key, name);
        }
        if (eastern && key.length() > 1) {
            glued.put(key, name);
        }
    }

    private static String key(String spelling) {
        return String.join("", Letters.runs(Letters.folded(spelling)));
    }

    /** Whether a word says a form, in any of its spellings: "corp" says "corporation". */
    boolean says(String word, String form) {
        return form.equals(closing.get(word)) || form.equals(leading.get(word));
    }

    /** A name without its forms. */
    record Stripped(List<String> runs, String form) {}

    /** Takes the forms off both ends for as long as something of the name remains. */
    Stripped strip(List<String> runs) {
        Stripped name = new Stripped(runs, "");
        for (Optional<Stripped> shorter = shorter(name); shorter.isPresent(); shorter = shorter(name)) {
            String form = name.form().isEmpty() ? shorter.get().form() : name.form();
            name = new Stripped(shorter.get().runs(), form);
        }
        return name;
    }

    private Optional<Stripped> shorter(Stripped name) {
        List<String> runs = name.runs();
        for (int words = Math.min(MOST_WORDS, runs.size() - 1); words > 0; words--) {
            int kept = runs.size() - words;
            String end = closing.get(String.join("", runs.subList(kept, runs.size())));
            if (end != null) {
                return Optional.of(new Stripped(runs.subList(0, kept), end));
            }
            String start = leading.get(String.join("", runs.subList(0, words)));
            if (start != null) {
                return Optional.of(new Stripped(runs.subList(words, runs.size()), start));
            }
        }
        return unglued(runs);
    }

    private Optional<Stripped> unglued(List<String> runs) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        int last = runs.size() - 1;
        Optional<Stripped> end = longest(runs.get(last), false)
                .map(form -> replaced(
                        runs, last, runs.get(last).substring(0, runs.get(last).length() - form.length()), form));
        return end.isPresent()
                ? end
                : longest(runs.get(0), true)
                        .map(form -> replaced(runs, 0, runs.get(0).substring(form.length()), form));
    }

    private Stripped replaced(List<String> runs, int position, String run, String form) {
        List<String> changed = new ArrayList<>(runs);
        changed.set(position, run);
        return new Stripped(changed, glued.get(form));
    }

    private Optional<String> longest(String run, boolean atStart) {
        return glued.keySet().stream()
                .filter(form -> form.length() < run.length() && (atStart ? run.startsWith(form) : run.endsWith(form)))
                .max(Comparator.comparingInt(String::length).thenComparing(form -> form));
    }
}
