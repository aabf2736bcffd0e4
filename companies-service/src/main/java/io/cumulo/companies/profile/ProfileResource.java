package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.RecordResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies: organizations of any kind. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class ProfileResource extends RecordResource<Profile, ProfileVersion> {

    private final Profiles profiles;
    private final Mergers mergers;
    private final Family family;

    public ProfileResource(Profiles profiles, Mergers mergers, Family family) {
        super(profiles.endpoint());
        this.profiles = profiles;
        this.mergers = mergers;
        this.family = family;
    }

    @GET
    @Path("{id}/family")
    @Operation(summary = "Its units, brands and subsidiaries, through whatever depth")
    public Uni<Family.Members> family(@PathParam("id") String company, @BeanParam Clocks clocks) {
        return family.of(company, clocks.moment());
    }

    /** Whoever was merged away is answered by the record that goes on. */
    @Override
    protected Uni<String> current(String id, Moment moment) {
        return Panache.withSession(() -> mergers.survivors(List.of(id), moment))
                .map(survivors -> survivors.getOrDefault(id, id));
    }

    @Override
    protected Uni<List<ShownCompany>> completed(List<Fact<Profile>> facts, Moment moment) {
        return profiles.shown(facts, moment);
    }

    /** Readable, made from the name. */
    @Override
    protected String newKey(Profile profile) {
        return CompanyKey.from(profile.legalName());
    }
}
