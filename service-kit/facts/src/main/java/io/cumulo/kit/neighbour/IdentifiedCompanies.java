package io.cumulo.kit.neighbour;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds companies by what registers call them, by asking the companies service. */
public abstract class IdentifiedCompanies {

    /** A file names one company many times. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** So that a company that is recorded meanwhile is found soon enough. */
    private static final Duration REMEMBERED_AS_UNKNOWN = Duration.ofSeconds(5);

    private static final int MOST = 20_000;

    private final Neighbours neighbours;
    private final URI collection;
    private final Cache<CompanyIdentifier, Bearers> known = remembering(REMEMBERED);
    private final Cache<CompanyIdentifier, Bearers> unknown = remembering(REMEMBERED_AS_UNKNOWN);

    /** @param companies base address of the companies service */
    protected IdentifiedCompanies(Neighbours neighbours, URI companies) {
        this.neighbours = neighbours;
        this.collection = companies.resolve("/v1/companies");
    }

    private static Cache<CompanyIdentifier, Bearers> remembering(Duration duration) {
        return Caffeine.newBuilder()
                .expireAfterWrite(duration)
                .maximumSize(MOST)
                .build();
    }

    /**
     * The companies that bear the identifier; none does when it can be nobody's.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the companies service doesn't answer in time: nothing is recorded on a guess
     */
    public final Uni<Bearers> bearers(CompanyIdentifier identifier) {
        if (!identifier.isPossible()) {
            return Uni.createFrom().item(Bearers.NONE);
        }
        return Optional.ofNullable(known.getIfPresent(identifier))
                .or(() -> Optional.ofNullable(unknown.getIfPresent(identifier)))
                .map(remembered -> Uni.createFrom().item(remembered))
                .orElseGet(() -> ask(identifier)
                        .invoke(bearers -> (bearers.only().isPresent() ? known : unknown).put(identifier, bearers)));
    }

    private Uni<Bearers> ask(CompanyIdentifier identifier) {
        URI question = UriBuilder.fromUri(collection)
                .queryParam("identifier", "{identifier}")
                .queryParam("limit", 2)
                .build(identifier.question());
        return neighbours
                .find(question)
                .onFailure()
                .transform(failure -> Problem.UPSTREAM_UNAVAILABLE
                        .builder("Which company has the identifier " + identifier.question()
                                + " can't be asked at the moment; nothing was recorded")
                        .withHeader("Retry-After", 2)
                        .build())
                .map(answer -> answer.map(page -> new Bearers(
                                StreamSupport.stream(page.path("items").spliterator(), false)
                                        .map(company -> company.path("id").asText())
                                        .toList()))
                        .orElse(Bearers.NONE));
    }
}
