package io.cumulo.investments.claim;

import io.cumulo.investments.company.KnownCompanies;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.storage.UniqueIds;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was printed, word for word, and what is right. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class ClaimResource {

    private final FactEndpoint<Claim, ClaimVersion> endpoint;
    private final Corrections corrections;

    public ClaimResource(Facts facts, KnownCompanies companies, Corrections corrections) {
        this.endpoint = facts.endpoint(facts.life(new FactKind<>(
                "investments.claim",
                ClaimVersion.class,
                ClaimVersion::new,
                Extent.EPISODE,
                (subject, id, claim) -> companies.require(named(claim)))));
        this.corrections = corrections;
    }

    @GET
    @Operation(operationId = "listClaims", summary = "The claims of a moment, each with its corrections")
    public Uni<Response> list(@BeanParam ClaimFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return endpoint.list(filter.toFilter(), moment, page, found -> corrections
                .shown(found.items(), moment)
                .map(items -> new Page<>(items, found.next())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createClaim", summary = "Records a claim under a key of the service's making")
    public Uni<Response> post(Asserted<Claim> claim) {
        String id = UniqueIds.next().toString();
        return endpoint.post(id, id, claim, written -> shown(written.fact(), today()));
    }

    @GET
    @Path("{claim}")
    @Operation(operationId = "getClaim", summary = "A claim at a moment, with its corrections")
    public Uni<Response> one(@PathParam("claim") String claim, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return endpoint.one(claim, claim, moment, fact -> shown(fact, moment));
    }

    @PUT
    @Path("{claim}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putClaim", summary = "Records a claim, or a new version of it")
    public Uni<Response> put(@PathParam("claim") String claim, Asserted<Claim> asserted) {
        return endpoint.put(claim, claim, asserted, written -> shown(written.fact(), today()));
    }

    @GET
    @Path("{claim}/history")
    @Operation(operationId = "getClaimHistory", summary = "Every version of a claim, and what each changed")
    public Uni<Response> history(@PathParam("claim") String claim, @BeanParam Clocks clocks) {
        return endpoint.history(claim, claim, clocks.moment());
    }

    @POST
    @Path("{claim}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "retractClaim", summary = "Takes a claim back; it stays readable")
    public Uni<Response> retract(@PathParam("claim") String claim, Retraction retraction) {
        return endpoint.retract(claim, claim, retraction, written -> shown(written.fact(), today()));
    }

    private Uni<ShownClaim> shown(Fact<Claim> claim, Moment moment) {
        return corrections.shown(List.of(claim), moment).map(items -> items.get(0));
    }

    private static Map<String, String> named(Claim claim) {
        Map<String, String> named = new TreeMap<>();
        for (int index = 0; index < claim.companies().size(); index++) {
            named.put("/companies/" + index, claim.companies().get(index));
        }
        return named;
    }

    private static Moment today() {
        return Moment.of(LocalDate.now(ZoneOffset.UTC));
    }
}
