package io.cumulo.companies.search;

import java.util.List;

/**
 * A name as it is compared: without case, accents, punctuation and legal form.
 *
 * @param words in their order; a script that puts no spaces between words gives overlapping pairs of characters
 * @param whole the name's letters and digits in one piece
 * @param legalForm the form that was left out, as the table of forms names it; empty when there was none
 * @param latin whether it was brought into Latin letters from another script
 */
record NameForm(List<String> words, String whole, String legalForm, boolean latin) {

    NameForm {
        words = List.copyOf(words);
    }
}
