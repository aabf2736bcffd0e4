package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.ocds.ReleaseFilter.Asked;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Releases of contracts of our own, contract by contract, page by page; in the current session. */
@ApplicationScoped
class OwnReleaseList {

    static final String NAME = "own";
    static final Position START = new Position("", "");

    private static final int CONTRACTS_AT_ONCE = 20;

    /** A contract may have a release since a day if something became of it since, or somebody disputes it. */
    private static final String SOMETHING_SINCE = """
             and (exists (select 1 from contract b where b.subject = c.id and (b.valid_from is null or b.valid_from >= :since))
               or exists (select 1 from award b where b.subject = c.id and b.valid_from >= :since)
               or exists (select 1 from amendment b where b.subject = c.id and b.valid_from >= :since)
               or exists (select 1 from milestone b where b.subject = c.id and b.valid_from >= :since)
               or exists (select 1 from termination b where b.subject = c.id and b.valid_from >= :since)
               or exists (select 1 from dispute b where b.contract = c.id))""";

    private final OwnReleases own;
    private final OwnOcids ocids;
    private final Folds folds;

    OwnReleaseList(OwnReleases own, OwnOcids ocids, Folds folds) {
        this.own = own;
        this.ocids = ocids;
        this.folds = folds;
    }

    /**
     * The last release given out.
     *
     * @param date of it, as printed; a contract has one a day at most
     */
    record Position(String contract, String date) {

        boolean isBefore(ObjectNode release, String of) {
            return !of.equals(contract) || release.path("date").asText().compareTo(date) > 0;
        }
    }

    static Position position(Cursor cursor) {
        return new Position(cursor.text(1), cursor.text(2));
    }

    /** A page that isn't empty unless it is the last. */
    Uni<Page<ObjectNode>> page(String list, Asked asked, Moment moment, Position after, int limit) {
        if (limit <= 0) {
            return goesOn(list, asked, moment, after).map(next -> new Page<>(List.of(), next));
        }
        AtomicInteger wanted = new AtomicInteger(limit + 1);
        return contracts(asked, moment, after.contract()).chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(contract -> wanted.get() <= 0
                        ? Uni.createFrom().item(List.<Placed>of())
                        : own.of(contract, moment)
                                .chain(releases ->
                                        folds.read(() -> placed(contract, releases, asked, after, wanted.get()))))
                .invoke(releases -> wanted.addAndGet(-releases.size()))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList())
                .chain(all -> filled(list, asked, moment, found, all, limit)));
    }

    private record Placed(String contract, ObjectNode release) {

        Position position() {
            return new Position(contract, release.path("date").asText());
        }
    }

    private static List<Placed> placed(
            String contract, Stream<ObjectNode> releases, Asked asked, Position after, int most) {
        return releases.filter(release -> asked.holds(
                        OffsetDateTime.parse(release.path("date").asText()).toInstant()))
                .filter(release -> after.isBefore(release, contract))
                .limit(most)
                .map(release -> new Placed(contract, release))
                .toList();
    }

    private Uni<Page<ObjectNode>> filled(
            String list, Asked asked, Moment moment, List<String> contracts, List<Placed> all, int limit) {
        boolean more = contracts.size() == CONTRACTS_AT_ONCE;
        if (all.isEmpty() && more) {
            return page(list, asked, moment, new Position(contracts.get(contracts.size() - 1), "~"), limit);
        }
        List<ObjectNode> releases =
                all.stream().limit(limit).map(Placed::release).toList();
        if (all.size() > limit) {
            String next = cursor(list, all.get(limit - 1).position());
            return Uni.createFrom().item(new Page<>(releases, Optional.of(next)));
        }
        return more
                ? goesOn(list, asked, moment, new Position(contracts.get(contracts.size() - 1), "~"))
                        .map(next -> new Page<>(releases, next))
                : Uni.createFrom().item(new Page<>(releases, Optional.empty()));
    }

    /** A package may not be empty, so a next one is promised only where there is a release. */
    private Uni<Optional<String>> goesOn(String list, Asked asked, Moment moment, Position after) {
        return page(list, asked, moment, after, 1)
                .map(next -> next.items().isEmpty() ? Optional.empty() : Optional.of(cursor(list, after)));
    }

    private static String cursor(String list, Position last) {
        return Cursor.of(list, NAME, last.contract(), last.date()).encoded();
    }

    /** Those of which no publisher's release was out on the day, by what was recorded until the instant. */
    private Uni<List<String>> contracts(Asked asked, Moment moment, String from) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<String> query = session.createNativeQuery(
                    "select c.id from recorded_contract c where c.id >= :from"
                            + (asked.ocid().isPresent() ? " and c.id = :one" : "")
                            + (asked.buyers().isEmpty()
                                    ? ""
                                    : " and exists (select 1 from contract b where b.subject = c.id and b.buyer in (:buyers))")
                            + (asked.since().isPresent() ? " " + SOMETHING_SINCE : "")
                            + " and not exists (select 1 from ocds_release r where r.subject = c.id and r.valid_from <= :asOf"
                            + (moment.knownAt().isPresent() ? " and r.recorded_from <= :knownAt" : "")
                            + ") order by c.id limit :most",
                    String.class);
            moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant.atOffset(ZoneOffset.UTC)));
            asked.ocid()
                    .ifPresent(ocid ->
                            query.setParameter("one", ocids.contract(ocid).orElse("")));
            if (!asked.buyers().isEmpty()) {
                query.setParameter("buyers", asked.buyers());
            }
            asked.since()
                    .ifPresent(instant -> query.setParameter(
                            "since", instant.atOffset(ZoneOffset.UTC).toLocalDate()));
            return query.setParameter("asOf", moment.asOf())
                    .setParameter("from", from)
                    .setParameter("most", CONTRACTS_AT_ONCE)
                    .getResultList();
        });
    }
}
