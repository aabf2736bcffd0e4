package io.cumulo.companies.ftm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Schemata whose entities link two others: which fact about the first one they are. */
enum FtmLink {
    OWNERSHIP("Ownership", "owner", "asset", "relationships"),
    SUCCESSION("Succession", "predecessor", "successor", "relationships"),
    DIRECTORSHIP("Directorship", "organization", "director", "roles"),
    EMPLOYMENT("Employment", "employer", "employee", "roles");

    private static final String DECIMAL = "[0-9]{1,3}(\\.[0-9]{1,3})?";

    private final String schema;
    private final String subject;
    private final String other;
    private final String segment;

    FtmLink(String schema, String subject, String other, String segment) {
        this.schema = schema;
        this.subject = subject;
        this.other = other;
        this.segment = segment;
    }

    static Optional<FtmLink> of(FtmEntity entity) {
        return Arrays.stream(values())
                .filter(link -> link.schema.equals(entity.schema()))
                .findFirst();
    }

    /** Ids of the entities about whom the facts are. */
    List<String> subjects(FtmEntity entity) {
        return entity.all(subject);
    }

    /** Ids of the entities at the other end. */
    List<String> others(FtmEntity entity) {
        return entity.all(other);
    }

    /** Name of the property of the subjects. */
    String subject() {
        return subject;
    }

    /** Where facts of the kind stand, below the company. */
    String segment() {
        return segment;
    }

    /** Whether the other end may be a person: then it is told by name. */
    boolean isRole() {
        return segment.equals("roles");
    }

    /** @param end key of the company at the other end, or the name of whoever holds the role */
    ObjectNode body(FtmEntity entity, String end) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (isRole()) {
            String title = String.join(", ", entity.all("role"));
            body.put("person", end).put("title", title.isEmpty() ? other : title);
        } else {
            body.put("type", this == OWNERSHIP ? "parent-of" : "succeeded-by").put("to", end);
            percentage(entity).ifPresent(percentage -> body.put("percentage", percentage));
        }
        put(body, "validFrom", entity.date("startDate"));
        put(body, "validTo", entity.date("endDate"));
        String words = subject + " " + subjects(entity) + ", " + other + " " + others(entity);
        body.putArray("sources").add(entity.citation(words));
        return body;
    }

    private Optional<BigDecimal> percentage(FtmEntity entity) {
        String percentage = entity.first("percentage").replace("%", "").strip();
        return this == OWNERSHIP && percentage.matches(DECIMAL)
                ? Optional.of(new BigDecimal(percentage))
                : Optional.empty();
    }

    private static void put(ObjectNode body, String member, String date) {
        if (!date.isEmpty()) {
            body.put(member, date);
        }
    }
}
