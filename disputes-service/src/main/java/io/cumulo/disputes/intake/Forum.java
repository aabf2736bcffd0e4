package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Before whom a dispute in a file is brought: stated by name, and the company where it is known which one that is.
 *
 * @param name as the file, or whoever made it, has it
 * @param id by which the company would be known; empty when the file has none
 */
public record Forum(String name, Optional<OrganizationId> id) {

    private static final int MAX_NAME = 1000;

    /** A forum that is a company of this platform under that key, if it is recorded. */
    public static Forum ours(String name, String key) {
        return new Forum(name, Optional.of(new OrganizationId(OrganizationId.OURS, key)));
    }

    /** @param known companies, by their identifiers */
    public void putInto(ObjectNode dispute, Map<OrganizationId, String> known) {
        id.map(known::get).ifPresent(company -> dispute.put("forum", company));
        ObjectNode stated = dispute.putObject("statedForum").put("name", Texts.cut(name, MAX_NAME));
        id.filter(given -> !given.scheme().equals(OrganizationId.OURS)).ifPresent(given -> {
            ObjectNode identifier = stated.putObject("identifier");
            if (!given.scheme().isEmpty()) {
                identifier.put("scheme", Texts.cut(given.scheme(), 200));
            }
            identifier.put("id", Texts.cut(given.value(), 300));
        });
    }
}
