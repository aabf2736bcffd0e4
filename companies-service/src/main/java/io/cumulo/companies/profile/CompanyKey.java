package io.cumulo.companies.profile;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The readable key of a company whose client chose none. */
public final class CompanyKey {

    private static final int MAX_LENGTH = 80;

    private CompanyKey() {}

    /** The key with something that tells it from another's, however long it is. */
    public static String with(String key, String suffix) {
        String beginning = key.substring(0, Math.min(key.length(), MAX_LENGTH - suffix.length() - 1));
        return suffix.isEmpty() ? key : beginning.replaceAll("-$", "") + "-" + suffix;
    }

    /**
     * Lower-case ASCII words of the name, joined by hyphens.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when nothing of the name can be written so
     */
    public static String from(String legalName) {
        String words = Normalizer.normalize(legalName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String key =
                words.length() > MAX_LENGTH ? words.substring(0, MAX_LENGTH).replaceAll("-[^-]*$", "") : words;
        if (key.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "No key can be made from this name; PUT the company under one of your own",
                    List.of(Fault.at("/legalName", "has no Latin letter or digit")));
        }
        return key;
    }
}
