package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.RecordResource;
import io.cumulo.kit.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies: organizations of any kind. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class ProfileResource extends RecordResource<Profile, ProfileVersion> {

    private static final FactKind<Profile, ProfileVersion> KIND = new FactKind<>(
            "companies.company",
            ProfileVersion.class,
            ProfileVersion::new,
            Extent.TIMELINE,
            (subject, id, profile) -> Uni.createFrom().item(List.of()));

    private final Family family;

    public ProfileResource(Facts facts, Family family) {
        super(facts.endpoint(facts.life(KIND)));
        this.family = family;
    }

    @GET
    @Operation(summary = "The companies as they were at a moment")
    public Uni<Response> list(@BeanParam CompanyFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        return list(filter.toFilter(), clocks.moment(), page);
    }

    @GET
    @Path("{id}/family")
    @Operation(summary = "Its units, brands and subsidiaries, through whatever depth")
    public Uni<Family.Members> family(@PathParam("id") String company, @BeanParam Clocks clocks) {
        return family.of(company, clocks.moment());
    }

    /** Readable, made from the name. */
    @Override
    protected String newKey(Profile profile) {
        return CompanyKey.from(profile.legalName());
    }
}
