package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies: organizations of any kind. */
@Path("/v1/companies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public class ProfileResource {

    private static final FactKind<Profile, ProfileVersion> KIND = new FactKind<>(
            "companies.company",
            ProfileVersion.class,
            ProfileVersion::new,
            Extent.TIMELINE,
            (subject, id, profile) -> Uni.createFrom().item(List.of()));

    private final FactEndpoint<Profile, ProfileVersion> endpoint;
    private final Family family;

    public ProfileResource(Facts facts, Family family) {
        this.endpoint = facts.endpoint(facts.life(KIND));
        this.family = family;
    }

    @GET
    @Operation(operationId = "listCompanies", summary = "The companies as they were at a moment")
    public Uni<Response> list(@BeanParam CompanyFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return endpoint.list(filter.toFilter(), clocks.moment(), page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCompany", summary = "Records a company under a key made from its name")
    public Uni<Response> post(Asserted<Profile> company) {
        String id = CompanyKey.from(company.body().legalName());
        return endpoint.post(id, id, company);
    }

    @GET
    @Path("{company}")
    @Operation(operationId = "getCompany", summary = "A company as it was at a moment")
    public Uni<Response> one(@PathParam("company") String company, @BeanParam Clocks clocks) {
        return endpoint.one(company, company, clocks.moment());
    }

    @PUT
    @Path("{company}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCompany",
            summary = "Records a company, or a new version of it for its interval of valid time")
    public Uni<Response> put(@PathParam("company") String company, Asserted<Profile> profile) {
        return endpoint.put(company, company, profile);
    }

    @GET
    @Path("{company}/history")
    @Operation(operationId = "getCompanyHistory", summary = "Every version of a company, and what each changed")
    public Uni<Response> history(@PathParam("company") String company, @BeanParam Clocks clocks) {
        return endpoint.history(company, company, clocks.moment());
    }

    @POST
    @Path("{company}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "retractCompany", summary = "Takes a company back; it stays readable")
    public Uni<Response> retract(@PathParam("company") String company, Retraction retraction) {
        return endpoint.retract(company, company, retraction);
    }

    @GET
    @Path("{company}/family")
    @Operation(operationId = "getCompanyFamily", summary = "Its units, brands and subsidiaries, through whatever depth")
    public Uni<Family.Members> family(@PathParam("company") String company, @BeanParam Clocks clocks) {
        return family.of(company, clocks.moment());
    }
}
