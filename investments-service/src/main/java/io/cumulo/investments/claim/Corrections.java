package io.cumulo.investments.claim;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The corrections of claims: one query for a page of claims, however long. */
@ApplicationScoped
public class Corrections {

    private static final String HOLD = """
            select c from CorrectionVersion c
            where c.subject in :claims and c.standing <> :retracted
              and (c.validFrom is null or c.validFrom <= :asOf) and (c.validTo is null or c.validTo > :asOf)
            """;
    private static final String STAND = " and c.recordedTo is null order by c.factId";
    private static final String STOOD =
            " and c.recordedFrom <= :knownAt and (c.recordedTo is null or c.recordedTo > :knownAt) order by c.factId";

    Uni<List<ShownClaim>> shown(List<Fact<Claim>> claims, Moment moment) {
        if (claims.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return of(claims.stream().map(Fact::id).toList(), moment).map(corrections -> claims.stream()
                .map(claim -> new ShownClaim(claim, corrections.getOrDefault(claim.id(), List.of())))
                .toList());
    }

    private static Uni<Map<String, List<Fact<Correction>>>> of(List<String> claims, Moment moment) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<CorrectionVersion> query = session.createSelectionQuery(
                                    HOLD + (moment.knownAt().isPresent() ? STOOD : STAND), CorrectionVersion.class)
                            .setParameter("claims", claims)
                            .setParameter("retracted", Standing.RETRACTED)
                            .setParameter("asOf", moment.asOf());
                    moment.knownAt().ifPresent(instant -> query.setParameter("knownAt", instant));
                    return query.getResultList();
                })
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                CorrectionVersion::subject,
                                Collectors.mapping(CorrectionVersion::toFact, Collectors.toList()))));
    }

    /** 404 when the claim was never recorded. */
    Uni<Void> requireClaim(String claim) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from recorded_claim where id = :id)", Boolean.class)
                        .setParameter("id", claim)
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("No claim " + claim + " is recorded");
                    }
                })
                .replaceWithVoid();
    }
}
