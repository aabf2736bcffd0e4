package io.cumulo.investments.company;

import io.cumulo.kit.neighbour.Neighbours;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds companies by what registers call them, by asking the companies service. */
@ApplicationScoped
public class CompanyDirectory {

    /** A file names one company many times; a company that gets an identifier meanwhile is found soon enough. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final Neighbours neighbours;
    private final URI companies;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private record Found(String company, long untilNanos) {}

    CompanyDirectory(Neighbours neighbours, @ConfigProperty(name = "cumulo.companies.url") URI companies) {
        this.neighbours = neighbours;
        this.companies = companies;
    }

    /**
     * The key of the company that has an identifier; empty when none is recorded.
     *
     * @param scheme such as {@code cik}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the companies service doesn't answer in time
     */
    public Uni<Optional<String>> company(String scheme, String value) {
        String identifier = scheme + ":" + value;
        Found known = found.get(identifier);
        if (known != null && known.untilNanos() - System.nanoTime() > 0) {
            return Uni.createFrom().item(Optional.of(known.company()));
        }
        URI question = companies.resolve(
                "/v1/companies?limit=1&identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
        return neighbours
                .read(question)
                .onFailure()
                .transform(failure -> Problem.UPSTREAM_UNAVAILABLE
                        .builder("Which company has the identifier " + identifier + " can't be asked at the moment")
                        .withHeader("Retry-After", 2)
                        .build())
                .map(page -> Optional.ofNullable(page.at("/items/0/id").textValue()))
                .invoke(company -> company.ifPresent(key -> remember(identifier, key)));
    }

    private void remember(String identifier, String company) {
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(identifier, new Found(company, System.nanoTime() + REMEMBERED.toNanos()));
    }
}
