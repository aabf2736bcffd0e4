package io.cumulo.investments.claim;

import io.cumulo.investments.company.CompanyKeys;
import io.cumulo.investments.company.KnownCompanies;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.RecordResource;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was printed, word for word, and what is right. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/claims")
@Tag(name = "Claims")
public class ClaimResource extends RecordResource<Claim, ClaimVersion> {

    private final CompanyKeys keys;
    private final Corrections corrections;
    private final ClaimDiagnoses diagnoses;

    public ClaimResource(
            Facts facts,
            KnownCompanies companies,
            CompanyKeys keys,
            Corrections corrections,
            ClaimDiagnoses diagnoses) {
        super(facts.endpoint(facts.life(new FactKind<>(
                "investments.claim",
                ClaimVersion.class,
                ClaimVersion::new,
                Extent.EPISODE,
                (subject, id, claim) -> companies.require(claim.named())))));
        this.keys = keys;
        this.corrections = corrections;
        this.diagnoses = diagnoses;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The claims of a moment, each with its corrections")
    public Uni<Response> list(@BeanParam ClaimFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return keys.allKeys(filter.company, moment).chain(companies -> list(filter.toFilter(companies), moment, page));
    }

    @GET
    @Path("{id}/diagnosis")
    @Operation(
            summary = "Why the printed figure differs from the right one, found by machine",
            description =
                    "A suggestion with its arithmetic: which scale, currency and date turn the one into the other.")
    @APIResponseSchema(ClaimDiagnosis.class)
    public Uni<Response> diagnosis(@PathParam("id") String id, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return one(id, moment, claims -> corrections
                .shown(claims, moment)
                .chain(shown -> diagnoses.of(shown.get(0), moment))
                .map(List::of));
    }

    @Override
    protected Uni<List<ShownClaim>> completed(List<Fact<Claim>> claims, Moment moment) {
        return corrections.shown(claims, moment);
    }
}
