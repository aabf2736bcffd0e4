package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;
import io.cumulo.companies.profile.CompanyName;
import io.cumulo.companies.search.Match.Why;
import io.cumulo.companies.search.Match.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well a name answers what was asked, from 0 to 1. Two thirds of it say how much of what was asked stands in the name, each word weighing
 * the more the fewer names it stands in; one third says how much of the name was asked, by length. A name that is the same in all its words
 * has 1, and but for its legal form hardly less. A former name counts a little less than a present one, and a unit or brand a little less than the company that bears the same name.
 */
record Ranking(NameWords asked, Map<String, List<Expansion>> vocabulary) {

    static final double LEGAL_FORM_WEIGHT = 0.05;

    private static final double ASKED = 0.66;
    private static final double UNKNOWN_WEIGHT = 1;
    private static final double FORMER = 0.9;
    private static final double OTHER_NAME = 0.99;
    private static final double UNIT_OR_BRAND = 0.97;
    private static final double WITHOUT_LEGAL_FORM = 0.99;
    private static final double OTHER_ORDER = 0.98;

    Match match(Found found) {
        NameWords name = NameWords.of(found.name());
        double standing = standing(found);
        if (name.folded().equals(asked.folded())) {
            return new Match(found.company(), rounded(standing), found.name(), Why.EXACT, exact());
        }
        if (!told(asked).isEmpty() && told(asked).equals(told(name))) {
            double score = standing * WITHOUT_LEGAL_FORM;
            return new Match(found.company(), rounded(score), found.name(), Why.EXACT, aligned(name));
        }
        List<Word> words = aligned(name);
        double score = standing * Math.min(score(words, name), OTHER_ORDER);
        return new Match(found.company(), rounded(score), found.name(), why(words), words);
    }

    /** The words that tell companies apart. */
    private static List<String> told(NameWords name) {
        return name.words().stream().filter(word -> !LegalForms.contains(word)).toList();
    }

    private double score(List<Word> words, NameWords name) {
        double weight = words.stream().mapToDouble(Word::weight).sum();
        double answered = words.stream()
                .mapToDouble(word -> word.weight() * word.likeness())
                .sum();
        double length = name.words().stream().mapToDouble(Ranking::length).sum();
        double told = words.stream()
                .filter(word -> word.found() != null)
                .mapToDouble(word -> length(word.found()) * word.likeness())
                .sum();
        double ofTheAsked = weight == 0 ? 0 : answered / weight;
        double ofTheName = length == 0 ? 0 : Math.min(1, told / length);
        double score = ASKED * ofTheAsked + (1 - ASKED) * ofTheName;
        return sameForm(name) ? score : score * WITHOUT_LEGAL_FORM;
    }

    /** Each asked word with the best word of the name that no other took. */
    private List<Word> aligned(NameWords name) {
        Set<String> free = new HashSet<>(name.words());
        List<Word> words = new ArrayList<>();
        for (String word : asked.words()) {
            String best = null;
            double likeness = 0;
            for (String known : name.words()) {
                double like = free.contains(known) ? Expansion.likeness(word, known) : 0;
                if (like > likeness) {
                    best = known;
                    likeness = like;
                }
            }
            if (best != null) {
                free.remove(best);
            }
            words.add(new Word(word, best, rounded(likeness), rounded(weight(word))));
        }
        return words;
    }

    private List<Word> exact() {
        return asked.words().stream()
                .map(word -> new Word(word, word, 1, rounded(weight(word))))
                .toList();
    }

    private double weight(String word) {
        if (LegalForms.contains(word)) {
            return LEGAL_FORM_WEIGHT;
        }
        return vocabulary.getOrDefault(word, List.of()).stream()
                .findFirst()
                .map(Expansion::weight)
                .orElse(UNKNOWN_WEIGHT);
    }

    private static double length(String word) {
        return word.length() * (LegalForms.contains(word) ? LEGAL_FORM_WEIGHT : 1);
    }

    private boolean sameForm(NameWords name) {
        return asked.words().stream().filter(LegalForms::contains).allMatch(form -> name.words()
                .contains(form));
    }

    private static Why why(List<Word> words) {
        boolean misspelt = false;
        boolean begun = false;
        for (Word word : words) {
            if (word.found() != null && !word.found().equals(word.asked()) && !LegalForms.contains(word.asked())) {
                begun |= word.found().startsWith(word.asked());
                misspelt |= !word.found().startsWith(word.asked());
            }
        }
        return misspelt ? Why.SPELLING : begun ? Why.PREFIX : Why.WORDS;
    }

    private static double standing(Found found) {
        double name = found.type().equals(SearchIndex.LEGAL)
                ? 1
                : found.type().equals(CompanyName.Type.FORMER.name()) ? FORMER : OTHER_NAME;
        boolean part = found.kind() == CompanyKind.BUSINESS_UNIT || found.kind() == CompanyKind.BRAND;
        return name * (part ? UNIT_OR_BRAND : 1);
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
