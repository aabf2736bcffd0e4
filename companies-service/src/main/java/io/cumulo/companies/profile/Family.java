package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Whatever belongs to a company: its units and brands, its subsidiaries, and theirs. */
@ApplicationScoped
public class Family {

    private static final int MAX_MEMBERS = 500;

    /** {@code union} stops at what was already reached, so that a ring of relationships ends. */
    private static final String QUERY = """
            with recursive link as (
                select case when type = 'PARENT_OF' then target else subject end as member,
                       case when type = 'PARENT_OF' then subject else target end as head,
                       case when type = 'PARENT_OF' then 'SUBSIDIARY_OF' else type end as through
                from relationship
                where type in ('UNIT_OF', 'BRAND_OF', 'PARENT_OF') and standing <> 'RETRACTED'
                  and (valid_from is null or valid_from <= :asOf) and (valid_to is null or valid_to > :asOf)
                  and recorded_from <= :knownAt and (recorded_to is null or recorded_to > :knownAt)
            ), member (company, through, head) as (
                select member, through, head from link where head = :company
                union
                select link.member, link.through, link.head from link join member on link.head = member.company
            )
            select company, min(through), min(head) from member where company <> :company
            group by company order by company limit :limit
            """;

    private final RecordClock clock;

    public Family(RecordClock clock) {
        this.clock = clock;
    }

    /**
     * The members at a moment.
     *
     * @param items by key
     */
    public record Members(List<Member> items) {}

    /**
     * A member.
     *
     * @param company its key
     * @param through unit-of, brand-of or subsidiary-of
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
