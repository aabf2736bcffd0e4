package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.RecordResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Companies: organizations of any kind. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class ProfileResource extends RecordResource<Profile, ProfileVersion> {

    private final Profiles profiles;
    private final Mergers mergers;

    public ProfileResource(Profiles profiles, Mergers mergers) {
        super(profiles.endpoint());
        this.profiles = profiles;
        this.mergers = mergers;
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
