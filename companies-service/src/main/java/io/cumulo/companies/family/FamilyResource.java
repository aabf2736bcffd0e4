package io.cumulo.companies.family;

import io.cumulo.companies.event.CompanyEventResource;
import io.cumulo.companies.market.MarketPositionResource;
import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.relationship.RelationshipResource;
import io.cumulo.companies.role.RoleResource;
import io.cumulo.companies.statement.StatementResource;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whatever belongs to a company, and what is recorded about the company and all of that: one list of each kind. Of larger families, the
 * lists are about the first 500 members.
 */
@Path("/v1/companies/{subject}/family")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
public class FamilyResource {

    private static final int MAX_MEMBERS = 500;

    private final Lists lists;
    private final Family family;
    private final RoleResource roles;
    private final StatementResource statements;
    private final RelationshipResource relationships;
    private final MarketPositionResource positions;
    private final CompanyEventResource events;

    FamilyResource(
            Lists lists,
            Family family,
            RoleResource roles,
            StatementResource statements,
            RelationshipResource relationships,
            MarketPositionResource positions,
            CompanyEventResource events) {
        this.lists = lists;
        this.family = family;
        this.roles = roles;
        this.statements = statements;
        this.relationships = relationships;
        this.positions = positions;
        this.events = events;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "Its units, brands and subsidiaries, through whatever depth")
    @APIResponseSchema(Family.Member.class)
    public Uni<Response> members(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return lists.answer(
                "family of " + company,
                clocks.moment(),
                page,
                (moment, after, limit) -> family.of(company, moment, after, limit));
    }

    @GET
    @Path("roles")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The roles at a company and in its family")
    @APIResponseSchema(Family.FamilyRole.class)
    public Uni<Response> roles(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, roles, Family.FamilyRole::new);
    }

    @GET
    @Path("statements")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The statements told of a company and its family")
    @APIResponseSchema(Family.FamilyStatement.class)
    public Uni<Response> statements(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, statements, Family.FamilyStatement::new);
    }

    @GET
    @Path("relationships")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The relationships of a company and its family")
    @APIResponseSchema(Family.FamilyRelationship.class)
    public Uni<Response> relationships(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, relationships, Family.FamilyRelationship::new);
    }

    @GET
    @Path("market-positions")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The market positions of a company and its family")
    @APIResponseSchema(Family.FamilyMarketPosition.class)
    public Uni<Response> positions(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, positions, Family.FamilyMarketPosition::new);
    }

    @GET
    @Path("events")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "What happened to a company and its family")
    @APIResponseSchema(Family.FamilyEvent.class)
    public Uni<Response> events(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, events, Family.FamilyEvent::new);
    }

    private <B extends FactBody> Uni<Response> facts(
            String company,
            Moment moment,
            PageRequest page,
            CompanyFactResource<B, ?> kind,
            BiFunction<String, Fact<B>, ?> shown) {
        return Panache.withSession(() -> family.of(company, moment, Optional.empty(), MAX_MEMBERS))
                .map(members -> Stream.concat(
                                Stream.of(company), members.items().stream().map(Family.Member::company))
                        .toList())
                .chain(companies ->
                        kind.list(FactFilter.about("family of " + company, companies), moment, page, shown));
    }
}
