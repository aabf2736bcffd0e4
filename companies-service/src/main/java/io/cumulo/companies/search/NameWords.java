package io.cumulo.companies.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it is compared: without case, accents and punctuation, in words. Scripts that write without spaces give overlapping pairs of
 * characters for words. The same for names and for what is searched; a change of it changes {@link #RULES}.
 *
 * @param folded all words, joined by spaces
 * @param words each once, in the order of the name; those of the legal form too
 */
record NameWords(String folded, List<String> words) {

    /** Number of the rules below: names that were made into words by other rules must be made again. */
    static final int RULES = 1;

    private static final int MAX_WORDS = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]+|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}].*");
    /** A point between single letters joins them, and so does an ampersand without spaces: S.A., AT&T. */
    private static final Pattern INITIALS = Pattern.compile("(?<=\\b\\p{L})[.](?=\\p{L}\\b)|(?<=\\p{L})&(?=\\p{L})");

    /** Letters that have no decomposition of their own. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ł", "l"),
            Map.entry("ı", "i"));

    private static final Pattern SPECIAL = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");

    NameWords {
        words = List.copyOf(words);
    }

    static NameWords of(String name) {
        Set<String> words = new LinkedHashSet<>();
        List<String> all = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded(name));
        while (matcher.find() && words.size() < MAX_WORDS) {
            all.add(matcher.group());
            if (UNSPACED.matcher(matcher.group()).matches()) {
                words.addAll(pairs(matcher.group()));
            } else {
                words.add(matcher.group());
            }
        }
        return new NameWords(String.join(" ", all), List.copyOf(words));
    }

    private static String folded(String name) {
        String joined = INITIALS.matcher(
                        Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("['’`]", ""))
                .replaceAll("");
        String plain = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SPECIAL.matcher(plain).replaceAll(letter -> LETTERS.get(letter.group()));
    }

    private static List<String> pairs(String run) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            return List.of(run);
        }
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < characters.length; at++) {
            pairs.add(new String(characters, at, 2));
        }
        return pairs;
    }
}
