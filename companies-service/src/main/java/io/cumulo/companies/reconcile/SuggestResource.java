package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.search.CompanySearch;
import io.cumulo.companies.search.Match;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.request.LeavesUnknownAside;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** As-you-type help for a person who reconciles: W3C Reconciliation Service API 0.2, section 6. */
@Path("/v1/reconcile")
@LeavesUnknownAside
@Produces({MediaType.APPLICATION_JSON, Scripted.TYPE})
@Tag(name = "Reconciliation")
public class SuggestResource {

    private static final int MOST = 10;

    /** No client pages further than this. */
    private static final int LAST = 100;

    private final CompanySearch search;
    private final Profiles profiles;
    private final Scripted scripted;

    SuggestResource(CompanySearch search, Profiles profiles, Scripted scripted) {
        this.search = search;
        this.profiles = profiles;
        this.scripted = scripted;
    }

    record Suggestions(List<Suggestion> result) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(String id, String name, String description, List<Named> notable) {}

    /** Properties that may be added as columns, for entities of a type. */
    record Proposal(String type, Integer limit, List<Named> properties) {}

    @GET
    @Path("suggest/entity")
    @Operation(summary = "Companies of which a name begins so")
    public Uni<Response> entity(
            @QueryParam("prefix") @Parameter(description = "What was typed so far.") String prefix,
            @QueryParam("cursor")
                    @Parameter(
                            description = "How many to leave out, for the next ones.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100"))
                    String cursor,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback,
            @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        int from = from(cursor);
        if (prefix == null || prefix.isBlank()) {
            return answer(new Suggestions(List.of()), callback);
        }
        return Panache.withSession(
                        () -> search.suggest(prefix, moment, from + MOST).chain(found -> {
                            List<String> keys = found.stream()
                                    .skip(from)
                                    .map(Match::company)
                                    .toList();
                            return profiles.named(keys, moment).map(known -> keys.stream()
                                    .flatMap(key -> Stream.ofNullable(known.get(key)))
                                    .map(company -> new Suggestion(
                                            company.id(),
                                            company.body().legalName(),
                                            Description.of(company.body()),
                                            CompanyType.of(company.body().kind())))
                                    .toList());
                        }))
                .map(result -> scripted.response(new Suggestions(result), callback));
    }

    @GET
    @Path("suggest/type")
    @Operation(summary = "Types of which the name begins so")
    public Uni<Response> type(
            @QueryParam("prefix") @Parameter(description = "What was typed so far.") String prefix,
            @QueryParam("cursor")
                    @Parameter(
                            description = "How many to leave out, for the next ones.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100"))
                    String cursor,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback) {
        return fixed(Arrays.stream(CompanyType.values()).map(CompanyType::named), prefix, cursor, callback);
    }

    @GET
    @Path("suggest/property")
    @Operation(summary = "Properties of which the name begins so")
    public Uni<Response> property(
            @QueryParam("prefix") @Parameter(description = "What was typed so far.") String prefix,
            @QueryParam("cursor")
                    @Parameter(
                            description = "How many to leave out, for the next ones.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100"))
                    String cursor,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback) {
        return fixed(Arrays.stream(Property.values()).map(Property::named), prefix, cursor, callback);
    }

    @GET
    @Path("properties")
    @Operation(summary = "Properties that entities of a type can be extended with")
    public Uni<Response> propose(
            @QueryParam("type") @Parameter(description = "The type whose properties are proposed.") String type,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many properties at most.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    String limit,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback) {
        Stream<Named> properties = Arrays.stream(Property.values()).map(Property::named);
        Integer most = limit == null ? null : number("limit", limit, Integer.MAX_VALUE);
        List<Named> shown = (most == null || most < 1 ? properties : properties.limit(most)).toList();
        return answer(new Proposal(type, most, shown), callback);
    }

    private Uni<Response> fixed(Stream<Named> all, String prefix, String cursor, String callback) {
        String asked = prefix == null ? "" : prefix.strip().toLowerCase(Locale.ROOT);
        List<Suggestion> result = all.filter(named -> begins(named, asked))
                .skip(from(cursor))
                .limit(MOST)
                .map(named -> new Suggestion(named.id(), named.name(), null, null))
                .toList();
        return answer(new Suggestions(result), callback);
    }

    private static boolean begins(Named named, String prefix) {
        return named.id().startsWith(prefix)
                || Arrays.stream(named.name().toLowerCase(Locale.ROOT).split("\\W+"))
                        .anyMatch(word -> word.startsWith(prefix));
    }

    /** How many were shown before; deep pages help nobody who types. */
    private static int from(String cursor) {
        return cursor == null ? 0 : number("cursor", cursor, LAST);
    }

    private static int number(String parameter, String value, int most) {
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw Queries.refused(List.of(Fault.parameter(parameter, "must be a whole number from 0 to " + most)));
    }

    private Uni<Response> answer(Object answer, String callback) {
        return Uni.createFrom().item(scripted.response(answer, callback));
    }
}
