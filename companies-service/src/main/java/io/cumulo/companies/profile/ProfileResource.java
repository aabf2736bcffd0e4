package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.fact.RecordResource;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies: organizations of any kind. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class ProfileResource extends RecordResource<Profile, ProfileVersion> {

    private final Family family;

    public ProfileResource(Profiles profiles, Family family) {
        super(profiles.endpoint());
        this.family = family;
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
