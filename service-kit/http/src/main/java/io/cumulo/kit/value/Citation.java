package io.cumulo.kit.value;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who printed a fact, where and in which words. A reader must be able to find the words or to read them here.
 *
 * @param publisher who printed it
 * @param title of the page, article, filing or order
 * @param url where it was read, absolute http(s); may be absent when the quote is given
 * @param publishedOn as precisely as known
 * @param language of the quote, BCP 47
 * @param quote the words as printed, never paraphrased; may be absent when the url is given
 */
public record Citation(
        @NotBlank @Size(max = 300) String publisher,
        @NotBlank @Size(max = 500) String title,
        @WebAddress String url,
        PartialDate publishedOn,
        @LanguageTag String language,
        @Size(min = 1, max = 4000) String quote) {

    @JsonIgnore
    @AssertTrue(message = "a citation needs a url or a quote, so that its words can be found or read")
    public boolean isTraceable() {
        return url != null || quote != null;
    }
}
