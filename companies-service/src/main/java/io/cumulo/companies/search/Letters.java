package io.cumulo.companies.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is the same to a reader of names is made the same here: case, width, accents, traditional characters, dots in abbreviations. */
final class Letters {

    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII");
    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    /** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters: left out by many who write them. Those of Indic scripts are vowels and stay. */
    private static final Pattern ACCENTS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670]");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
    /** The S and A of S.A., A/S and S. A. */
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(\\p{L})(?:/|\\.\\s?)(?=\\p{L}(?![\\p{L}\\p{M}\\p{N}]))");

    static {
        // The rules of an alphabet are read when a name is first written in it. Those of most names: with the class,
        // which for an executable is when it is built.
        TO_LATIN.transliterate("Αα Бб אב عم あア 云 한 ก");
    }

    private Letters() {}

    /** The text in the letters that are compared; never with a control character or half of a surrogate pair. */
    static String folded(String text) {
        String readable = Normalizer.normalize(withoutUnreadable(text), Normalizer.Form.NFKC);
        String bare = UCharacter.foldCase(readable, true);
        if (!ASCII.matcher(bare).matches()) {
            bare = ACCENTS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD))
                    .replaceAll("");
            bare = Normalizer.normalize(bare, Normalizer.Form.NFC);
            bare = TO_SIMPLIFIED.transliterate(APOSTROPHES.matcher(bare).replaceAll(""));
            bare = withoutUnreadable(TO_ASCII.transliterate(bare));
        }
        String joined = APOSTROPHES.matcher(bare).replaceAll("").replace("&", " and ");
        return ABBREVIATED.matcher(joined).replaceAll("$1").trim();
    }

    private static String withoutUnreadable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .filter(character -> switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                })
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The runs of letters and digits; a run ends also where a script that puts no spaces between words begins or ends. */
    static List<String> runs(String folded) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean unspaced = false;
        for (int character : folded.codePoints().toArray()) {
            boolean mark = isMark(character);
            boolean changes = !mark && !run.isEmpty() && isUnspaced(character) != unspaced;
            if (changes || !(mark || Character.isLetterOrDigit(character))) {
                finish(run, runs);
            }
            if (mark ? !run.isEmpty() : Character.isLetterOrDigit(character)) {
                unspaced = mark ? unspaced : isUnspaced(character);
                run.appendCodePoint(character);
            }
        }
        finish(run, runs);
        return runs;
    }

    private static void finish(StringBuilder run, List<String> runs) {
        if (!run.isEmpty()) {
            runs.add(run.toString());
            run.setLength(0);
        }
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int character) {
        return switch (UScript.getScript(character)) {
            case UScript.HAN,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.THAI,
                    UScript.LAO,
                    UScript.KHMER,
                    UScript.MYANMAR -> true;
            default -> character == 'ー';
        };
    }

    /** Whether the run is of a script that puts no spaces between words. */
    static boolean isUnspaced(String run) {
        return isUnspaced(run.codePointAt(0));
    }

    static boolean isHangul(String run) {
        return UScript.getScript(run.codePointAt(0)) == UScript.HANGUL;
    }

    static boolean isAscii(String run) {
        return ASCII.matcher(run).matches();
    }

    /** The text's beginning, never with half of a surrogate pair. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** The run in Latin letters without accents, in one piece; empty when nothing of it can be written so. */
    static String latin(String run) {
        return TO_LATIN.transliterate(run).replaceAll("[^a-z0-9]", "");
    }

    /** The pairs of neighbouring characters; the run itself when it has no more than two. */
    static List<String> pairs(String run) {
        int[] characters = run.codePoints().toArray();
        if (characters.length <= 2) {
            return List.of(run);
        }
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index + 1 < characters.length; index++) {
            pairs.add(new String(characters, index, 2));
        }
        return pairs;
    }
}
