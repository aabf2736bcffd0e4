package io.cumulo.companies.family;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.companies.event.CompanyEvent;
import io.cumulo.companies.market.MarketPosition;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.relationship.Relationship;
import io.cumulo.companies.role.Role;
import io.cumulo.companies.statement.Statement;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whatever belongs to a company: its units and brands, its subsidiaries, and theirs, under whichever of its records they are told of. */
@ApplicationScoped
public class Family {

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
            + " select company, min(through), min(head) from member where company <> :company and company > :after"
            + " group by company order by company limit :limit";

    private final RecordClock clock;

    Family(RecordClock clock) {
        this.clock = clock;
    }

    /**
     * A member.
     *
     * @param company its key
     * @param through unit-of, brand-of, subsidiary-of; merged-into or same-as for a record that was found to be the same company
     * @param of whose unit, brand or subsidiary
     */
    public record Member(String company, String through, String of) {}

    /**
     * A role.
     *
     * @param company at which it is held
     */
    public record FamilyRole(String company, @JsonUnwrapped Fact<Role> fact) {}

    /**
     * A statement.
     *
     * @param company that it is told of
     */
    public record FamilyStatement(
            String company, @JsonUnwrapped Fact<Statement> fact) {}

    /**
     * A relationship.
     *
     * @param company that has it to another
     */
    public record FamilyRelationship(
            String company, @JsonUnwrapped Fact<Relationship> fact) {}

    /**
     * A market position.
     *
     * @param company whose it is
     */
    public record FamilyMarketPosition(
            String company, @JsonUnwrapped Fact<MarketPosition> fact) {}

    /**
     * An event.
     *
     * @param company to which it happened
     */
    public record FamilyEvent(String company, @JsonUnwrapped Fact<CompanyEvent> fact) {}

    /** So many of the members at a moment, by key; 404 when the company was not recorded by then. Within the current session. */
    Uni<Page<Member>> of(String company, Moment moment, Optional<Cursor> after, int limit) {
        OffsetDateTime knownAt = moment.knownAt()
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .orElseGet(() -> OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        return clock.settled(moment)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(QUERY, Object[].class)
                        .setParameter("company", company)
                        .setParameter("asOf", moment.asOf())
                        .setParameter("knownAt", knownAt)
                        .setParameter(
                                "after", after.map(cursor -> cursor.text(0)).orElse(""))
                        .setParameter("limit", limit + 1)
                        .getResultList())
                .map(rows -> Page.cut(
                        rows.stream()
                                .map(row -> new Member((String) row[0], wireName((String) row[1]), (String) row[2]))
                                .toList(),
                        limit,
                        member -> Cursor.of("family of " + company, member.company())))
                .call(page -> page.items().isEmpty()
                        ? Profiles.RECORDED.require(company, List.of(company), moment)
                        : Uni.createFrom().voidItem());
    }

    private static String wireName(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
