package io.cumulo.companies.search;

import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.profile.ShownCompany;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactVersion;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The companies there are, and those that somebody means. */
@Path("/v1/companies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public class CompanyListResource {

    private final CompanySearch search;
    private final Profiles profiles;
    private final FactEndpoint<Profile, ? extends FactVersion<Profile>> endpoint;

    CompanyListResource(CompanySearch search, Profiles profiles) {
        this.search = search;
        this.profiles = profiles;
        this.endpoint = profiles.answers();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(
            summary = "The companies as they were at a moment; with `q` or `identifier` those that answer, best first",
            description = "What is found carries `match`: its score and why. At most 500 are found.")
    @APIResponseSchema(FoundCompany.class)
    public Uni<Response> list(@BeanParam CompanyFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return filter.isSearch()
                ? found(filter.toRequest(moment), filter.name(), page)
                : endpoint.list(filter.toFilter(moment), moment, page, found -> profiles.shown(found.items(), moment)
                        .map(items -> new Page<>(items, found.next())));
    }

    @GET
    @Path("suggest")
    @Operation(summary = "As-you-type: companies of which a name, or a word of one, begins so")
    public Uni<Page<FoundCompany>> suggest(@BeanParam Typed typed, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return Panache.withSession(() -> search.suggest(typed.text(), moment, typed.limit())
                .chain(matches -> shown(matches, moment))
                .map(items -> new Page<>(items, Optional.empty())));
    }

    private Uni<Response> found(SearchRequest request, String list, PageRequest page) {
        Optional<Cursor> after = page.cursor(list);
        return Panache.withSession(() -> search.find(request)
                        .map(matches -> Page.cut(
                                rest(matches, after),
                                (int) Math.min(endpoint.most(page), SearchRequest.MAX_LIMIT),
                                match -> Cursor.of(list, String.valueOf(match.score()), match.company())))
                        .chain(cut -> shown(cut.items(), request.moment()).map(items -> new Page<>(items, cut.next()))))
                .map(endpoint::listed);
    }

    private static List<Match> rest(List<Match> matches, Optional<Cursor> after) {
        return after.map(position -> matches.stream()
                        .dropWhile(match -> !isAfter(match, position))
                        .toList())
                .orElse(matches);
    }

    private static boolean isAfter(Match match, Cursor position) {
        int byScore = Double.compare(position.decimal(0), match.score());
        return byScore > 0 || (byScore == 0 && match.company().compareTo(position.text(1)) > 0);
    }

    private Uni<List<FoundCompany>> shown(List<Match> matches, Moment moment) {
        Set<String> keys = Set.copyOf(matches.stream().map(Match::company).toList());
        return profiles.named(keys, moment)
                .chain(known -> profiles.shown(List.copyOf(known.values()), moment))
                .map(known -> known.stream()
                        .collect(Collectors.toMap(shown -> shown.company().id(), Function.identity())))
                .map(known -> shown(matches, known));
    }

    private static List<FoundCompany> shown(List<Match> matches, Map<String, ShownCompany> known) {
        return matches.stream()
                .flatMap(match ->
                        Stream.ofNullable(known.get(match.company())).map(company -> new FoundCompany(company, match)))
                .toList();
    }
}
