package io.cumulo.companies.family;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.companies.event.CompanyEvent;
import io.cumulo.companies.event.CompanyEventResource;
import io.cumulo.companies.market.MarketPosition;
import io.cumulo.companies.market.MarketPositionResource;
import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.relationship.Relationship;
import io.cumulo.companies.relationship.RelationshipResource;
import io.cumulo.companies.role.Role;
import io.cumulo.companies.role.RoleResource;
import io.cumulo.companies.statement.Statement;
import io.cumulo.companies.statement.StatementResource;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whatever belongs to a company, and what is recorded about the company and all of that: one list of each kind, however many there are. */
@Path("/v1/companies/{subject}/family")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
public class FamilyResource {

    private final Family family;
    private final RoleResource roles;
    private final StatementResource statements;
    private final RelationshipResource relationships;
    private final MarketPositionResource positions;
    private final CompanyEventResource events;

    FamilyResource(
            Family family,
            RoleResource roles,
            StatementResource statements,
            RelationshipResource relationships,
            MarketPositionResource positions,
            CompanyEventResource events) {
        this.family = family;
        this.roles = roles;
        this.statements = statements;
        this.relationships = relationships;
        this.positions = positions;
        this.events = events;
    }

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

    @GET
    @Operation(summary = "Its units, brands and subsidiaries, through whatever depth")
    public Uni<Family.Members> members(@PathParam("subject") String company, @BeanParam Clocks clocks) {
        return family.of(company, clocks.moment());
    }

    @GET
    @Path("roles")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The roles at a company and at all of its family")
    @APIResponseSchema(FamilyRole.class)
    public Uni<Response> roles(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, roles, FamilyRole::new);
    }

    @GET
    @Path("statements")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The statements told of a company and of all of its family")
    @APIResponseSchema(FamilyStatement.class)
    public Uni<Response> statements(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, statements, FamilyStatement::new);
    }

    @GET
    @Path("relationships")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The relationships of a company and of all of its family")
    @APIResponseSchema(FamilyRelationship.class)
    public Uni<Response> relationships(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, relationships, FamilyRelationship::new);
    }

    @GET
    @Path("market-positions")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The market positions of a company and of all of its family")
    @APIResponseSchema(FamilyMarketPosition.class)
    public Uni<Response> positions(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, positions, FamilyMarketPosition::new);
    }

    @GET
    @Path("events")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "What happened to a company and to all of its family")
    @APIResponseSchema(FamilyEvent.class)
    public Uni<Response> events(
            @PathParam("subject") String company, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return facts(company, clocks.moment(), page, events, FamilyEvent::new);
    }

    private <B extends FactBody> Uni<Response> facts(
            String company,
            Moment moment,
            PageRequest page,
            CompanyFactResource<B, ?> kind,
            BiFunction<String, Fact<B>, ?> shown) {
        return family.of(company, moment)
                .map(members -> Stream.concat(
                                Stream.of(company), members.items().stream().map(Family.Member::company))
                        .toList())
                .chain(companies ->
                        kind.list(FactFilter.about("family of " + company, companies), moment, page, shown));
    }
}
