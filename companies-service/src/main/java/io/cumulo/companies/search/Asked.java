package io.cumulo.companies.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that is asked for, ready to be compared with names. The score of a name is
 *
 * <pre>covered share of what is asked × (¾ + ¼ × covered share of the name) × what the name is × whose it is</pre>
 *
 * where shares are by weight of words ({@link Weights}) times their likeness ({@link Likeness}).
 */
final class Asked {

    private static final double NAME_SHARE = 0.25;
    private static final double OTHER_ORDER = 0.97;
    private static final double NO_FORM = 0.99;
    private static final double OTHER_FORM = 0.98;
    private static final double OTHER_SPACING = 0.97;
    private static final double BEGINNING = 0.5;
    private static final double AS_IT_SOUNDS = 0.95;
    private static final double PART_OF_A_COMPANY = 0.97;

    private final List<Form> forms;

    Asked(String text, boolean typing) {
        this.forms = NameForms.of(text).stream()
                .map(form -> new Form(form, likenesses(form, typing), typing))
                .toList();
    }

    private static List<Likeness> likenesses(NameForm form, boolean typing) {
        List<Likeness> likenesses = new ArrayList<>();
        for (int index = 0; index < form.words().size(); index++) {
            likenesses.add(new Likeness(
                    form.words().get(index), typing && index == form.words().size() - 1));
        }
        return likenesses;
    }

    private record Form(NameForm form, List<Likeness> likenesses, boolean typing) {}

    List<NameForm> forms() {
        return forms.stream().map(Form::form).toList();
    }

    /** How well a name answers; empty when nothing of it was asked for. */
    Optional<Match> match(Candidate candidate) {
        return forms.stream()
                .flatMap(form -> match(form, candidate).stream())
                .max(Comparator.comparingDouble(Match::score));
    }

    private Optional<Match> match(Form asked, Candidate candidate) {
        NameForm name = candidate.form();
        Alignment alignment = Alignment.of(asked.form().words(), asked.likenesses(), words(name, asked.form()));
        double words = alignment.askedCovered()
                * (1 - NAME_SHARE + NAME_SHARE * alignment.nameCovered())
                * (alignment.inOrder() ? 1 : OTHER_ORDER);
        double whole = whole(asked, name);
        double best = Math.max(words, whole);
        double factor = form(asked.form(), name)
                * (asked.form().latin() || name.latin() ? AS_IT_SOUNDS : 1)
                * candidate.type().factor()
                * (candidate.isPart() ? PART_OF_A_COMPANY : 1);
        double score = Math.round(best * factor * 10_000) / 10_000.0;
        return score == 0
                ? Optional.empty()
                : Optional.of(
                        candidate.match(score, why(asked.form(), name, alignment, whole > words), alignment.words()));
    }

    /** The words of a name, and its legal form where that was asked for among the words: "Corporation Microsoft". */
    private static List<String> words(NameForm name, NameForm asked) {
        return Stream.concat(
                        name.words().stream(),
                        asked.words().stream()
                                .filter(word -> NameForms.saysLegalForm(word, name))
                                .limit(1))
                .toList();
    }

    /** The name in one piece: "face book", or the beginning of a name that is being typed. */
    private static double whole(Form asked, NameForm name) {
        String text = asked.form().whole();
        if (text.equals(name.whole())) {
            return asked.form().words().equals(name.words()) ? 1 : OTHER_SPACING;
        }
        return name.whole().startsWith(text)
                ? BEGINNING + (1 - BEGINNING) * text.length() / name.whole().length() * (asked.typing() ? 1 : 0.9)
                : 0;
    }

    private static double form(NameForm asked, NameForm name) {
        if (asked.legalForm().isEmpty() || asked.legalForm().equals(name.legalForm())) {
            return 1;
        }
        return name.legalForm().isEmpty() ? NO_FORM : OTHER_FORM;
    }

    private static Match.Why why(NameForm asked, NameForm name, Alignment alignment, boolean whole) {
        if (asked.latin() != name.latin()) {
            return Match.Why.TRANSLITERATION;
        }
        if (asked.words().equals(name.words())) {
            return Match.Why.EXACT;
        }
        if (whole) {
            return asked.whole().equals(name.whole()) ? Match.Why.SPACING : Match.Why.PREFIX;
        }
        return alignment.words().stream()
                .map(Match.Word::why)
                .filter(why -> why != null)
                .max(Comparator.naturalOrder())
                .orElse(Match.Why.WORDS);
    }
}
