package io.cumulo.companies.profile;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What is derived from profiles to find them by. */
public interface ProfileIndex {

    /**
     * A version of a profile.
     *
     * @param id of the version
     * @param company whose profile
     */
    record Version(UUID id, String company, Profile profile) {}

    /** Takes in versions that were just inserted, in the transaction that records them. */
    Uni<Void> add(List<Version> versions);
}
