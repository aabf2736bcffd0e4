package io.cumulo.companies.family;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Whatever belongs to a company: its units and brands, its subsidiaries, and theirs, under whichever of its records they are told of. */
@ApplicationScoped
class Family {

    private static final int MAX_MEMBERS = 500;

    private static final String STANDS = " and %1$s.standing <> 'RETRACTED' and %1$s.recorded_from <= :knownAt"
            + " and (%1$s.recorded_to is null or %1$s.recorded_to > :knownAt)";

    private static final String LINK = STANDS.formatted("link")
            + " and (link.valid_from is null or link.valid_from <= :asOf) and (link.valid_to is null or link.valid_to > :asOf)";

    /**
     * From each member on to those that belong to it, by the indexes of both ends. A record that was merged is one with that which goes on, in
     * both directions. {@code union} stops at what was already reached, so that a ring of relationships ends.
     */
    private static final String QUERY = "with recursive member (company, through, head) as ("
            + " select cast(:company as text), cast(null as text), cast(null as text)"
            + " union"
            + " select next.company, next.through, member.company from member cross join lateral ("
            + " select link.subject as company, link.type as through from relationship link"
            + " where link.target = member.company and link.type in ('UNIT_OF', 'BRAND_OF')" + LINK
            + " union all select link.target, 'SUBSIDIARY_OF' from relationship link"
            + " where link.subject = member.company and link.type = 'PARENT_OF'" + LINK
            + " union all select merger.subject, 'MERGED_INTO' from merger"
            + " where merger.target = member.company" + STANDS.formatted("merger")
            + " union all select merger.target, 'SAME_AS' from merger"
            + " where merger.subject = member.company" + STANDS.formatted("merger")
            + ") next)"
            + " select company, min(through), min(head) from member where company <> :company"
            + " group by company order by company limit :limit";

    private final RecordClock clock;

    Family(RecordClock clock) {
        this.clock = clock;
    }

    /**
     * The members at a moment.
     *
     * @param items by key
     */
    public record Members(List<Member> items) {

        public Members {
            items = List.copyOf(items);
        }
    }

    /**
     * A member.
     *
     * @param company its key
     * @param through unit-of, brand-of, subsidiary-of; merged-into or same-as for a record that was found to be the same company
     * @param of whose unit, brand or subsidiary
     */
    public record Member(String company, String through, String of) {}

    Uni<Members> of(String company, Moment moment) {
        OffsetDateTime knownAt = moment.knownAt()
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .orElseGet(() -> OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        return Panache.withSession(() -> clock.settled(moment)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(QUERY, Object[].class)
                        .setParameter("company", company)
                        .setParameter("asOf", moment.asOf())
                        .setParameter("knownAt", knownAt)
                        .setParameter("limit", MAX_MEMBERS)
                        .getResultList())
                .map(rows -> new Members(rows.stream()
                        .map(row -> new Member((String) row[0], wireName((String) row[1]), (String) row[2]))
                        .toList())));
    }

    private static String wireName(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
