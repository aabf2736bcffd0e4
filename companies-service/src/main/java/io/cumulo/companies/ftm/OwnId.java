package io.cumulo.companies.ftm;

import io.cumulo.kit.value.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The id under which our own record is exported: {@code cumulo}, the key of the company and, of a fact about it, its kind and its key. The dots between them
 * are in no key, so an export that is imported again tells whose the entity is and which one.
 *
 * @param path where the entity stands here
 */
record OwnId(String path) {

    private static final String OURS = "cumulo";
    private static final String COMPANIES = "/v1/companies/";
    private static final Set<Integer> PARTS = Set.of(2, 4);

    /** The id of a company. */
    static String ofCompany(String key) {
        return OURS + "." + key;
    }

    /** The id of a fact about a company. */
    static String ofFact(String company, String segment, String key) {
        return ofCompany(company) + "." + segment + "." + key;
    }

    /** Of an id that is ours; empty for others. */
    static Optional<OwnId> of(String id) {
        List<String> parts = List.of(id.split("\\.", -1));
        return parts.get(0).equals(OURS)
                        && PARTS.contains(parts.size())
                        && parts.stream().allMatch(OwnId::isKey)
                ? Optional.of(new OwnId(COMPANIES + String.join("/", parts.subList(1, parts.size()))))
                : Optional.empty();
    }

    private static boolean isKey(String part) {
        return part.length() <= Key.MAX_LENGTH && part.matches(Key.PATTERN);
    }

    /** The key of the company that the entity is; empty when it is a fact about one. */
    Optional<String> company() {
        String place = path.substring(COMPANIES.length());
        return place.contains("/") ? Optional.empty() : Optional.of(place);
    }
}
