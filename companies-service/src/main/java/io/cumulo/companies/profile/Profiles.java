package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.FactVersion;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Subjects;
import io.cumulo.kit.fact.Told;
import io.cumulo.kit.problem.Fault;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The profiles of companies, for the features that show them. */
@ApplicationScoped
public class Profiles {

    /** Whoever facts about companies are about. */
    public static final Subjects RECORDED = new Subjects("company", "profile");

    /** What stands below {@code /v1/companies} beside the companies. */
    private static final Set<String> RESERVED = Set.of("suggest", "imports", "exports");

    private final Mergers mergers;
    private final FactLife<Profile, ProfileVersion> life;
    private final FactEndpoint<Profile, ProfileVersion> endpoint;

    public Profiles(Facts facts, ProfileIndex index, Mergers mergers) {
        this.mergers = mergers;
        this.life = facts.life(new FactKind<>(
                "companies.company",
                ProfileVersion.class,
                ProfileVersion::new,
                Extent.TIMELINE,
                new Rules(),
                versions -> index.add(versions.stream().map(Profiles::indexed).toList())));
        this.endpoint = facts.endpoint(life);
    }

    FactEndpoint<Profile, ProfileVersion> endpoint() {
        return endpoint;
    }

    /** Profiles as HTTP. */
    public FactEndpoint<Profile, ? extends FactVersion<Profile>> answers() {
        return endpoint;
    }

    /**
     * The companies with these keys that hold at the moment, in one question; within the current session.
     *
     * @return by key; without those that don't hold
     */
    public Uni<Map<String, Fact<Profile>>> named(Collection<String> keys, Moment moment) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<String> distinct = Set.copyOf(keys);
        FactFilter filter = new FactFilter("named", "v.subject in (:keys)", Map.of("keys", distinct));
        return life.list(filter, moment, Optional.empty(), distinct.size()).map(page -> page.items().stream()
                .map(ProfileVersion::toFact)
                .collect(Collectors.toMap(Fact::id, Function.identity())));
    }

    /**
     * The last that stands of each company, on whatever day it holds or held, taken back or not; within the current session.
     *
     * @return by key
     */
    public Uni<Map<String, Fact<Profile>>> last(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v from ProfileVersion v where v.subject in (:keys) and v.recordedTo is null"
                                        + " order by v.validFrom desc nulls last",
                                ProfileVersion.class)
                        .setParameter("keys", keys)
                        .getResultList())
                .map(versions -> versions.stream()
                        .map(ProfileVersion::toFact)
                        .collect(Collectors.toMap(Fact::id, Function.identity(), (last, earlier) -> last)));
    }

    /** Lets nobody else record companies under the keys until the transaction ends. */
    public Uni<Void> lock(Collection<String> keys) {
        return life.lock(keys);
    }

    /** As {@link #named}, but whoever was merged away is answered by the record that goes on, under the key that was asked. */
    public Uni<Map<String, Fact<Profile>>> goingOn(Collection<String> keys, Moment moment) {
        return mergers.survivors(keys, moment).chain(survivors -> named(
                        keys.stream()
                                .map(key -> survivors.getOrDefault(key, key))
                                .toList(),
                        moment)
                .map(known -> keys.stream()
                        .distinct()
                        .filter(key -> known.containsKey(survivors.getOrDefault(key, key)))
                        .collect(Collectors.toMap(
                                Function.identity(), key -> known.get(survivors.getOrDefault(key, key))))));
    }

    /** The companies with which records were merged into each, in the same order; within the current session. */
    public Uni<List<ShownCompany>> shown(List<Fact<Profile>> companies, Moment moment) {
        return mergers.absorbed(companies.stream().map(Fact::id).toList(), moment)
                .map(absorbed -> companies.stream()
                        .map(company -> new ShownCompany(company, absorbed.getOrDefault(company.id(), List.of())))
                        .toList());
    }

    /** Versions of profiles after a given one, in the order of their ids: whatever their moment; within the current session. */
    public Uni<List<ProfileIndex.Version>> versionsAfter(Optional<UUID> last, int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v from ProfileVersion v where v.versionId > :last order by v.versionId",
                                ProfileVersion.class)
                        .setParameter("last", last.orElse(new UUID(0, 0)))
                        .setMaxResults(limit)
                        .getResultList())
                .map(versions -> versions.stream().map(Profiles::indexed).toList());
    }

    /** The versions of profiles with these ids; within the current session. */
    public Uni<List<ProfileIndex.Version>> versions(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v from ProfileVersion v where v.versionId in (:ids)", ProfileVersion.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(versions -> versions.stream().map(Profiles::indexed).toList());
    }

    private final class Rules implements FactKind.Rules<Profile> {

        @Override
        public Uni<List<Fault>> check(String subject, String id, Profile profile) {
            return check(List.of(id));
        }

        @Override
        public boolean checksTogether() {
            return true;
        }

        @Override
        public Uni<List<Fault>> checkTogether(List<Told<Profile>> profiles) {
            return check(profiles.stream().map(Told::id).toList());
        }

        private Uni<List<Fault>> check(List<String> keys) {
            return mergers.requireNotMergedAway(keys).map(allowed -> keys.stream()
                    .filter(RESERVED::contains)
                    .map(key -> Fault.parameter("id", key + " is a path of this API; no company can have it for a key"))
                    .toList());
        }
    }

    private static ProfileIndex.Version indexed(ProfileVersion version) {
        return new ProfileIndex.Version(version.versionId(), version.subject(), version.body());
    }
}
