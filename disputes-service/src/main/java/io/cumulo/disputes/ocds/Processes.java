package io.cumulo.disputes.ocds;

import io.cumulo.disputes.intake.ContractFacts;
import io.cumulo.disputes.intake.Digest;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Organizations;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contracting processes as they become known release by release, in any order: the releases are kept, and what they tell together is recorded of the
 * contract. Only what a new release changes is recorded; within the current transaction.
 */
@ApplicationScoped
class Processes {

    /** Each release has all of them merged anew. */
    static final int MAX_RELEASES = 1000;

    /** With what their packages say of themselves: all of them are held at once, and what they tell together as a tree is several times as large. */
    static final long MAX_CHARACTERS = 4L << 20;

    private static final Moment EVERYTHING = Moment.of(LocalDate.of(9999, 12, 31));

    private final StoredReleases stored;
    private final OwnReleases own;
    private final OwnOcids ocids;
    private final Organizations organizations;
    private final ContractFacts facts;
    private final Folds folds;

    Processes(
            StoredReleases stored,
            OwnReleases own,
            OwnOcids ocids,
            Organizations organizations,
            ContractFacts facts,
            Folds folds) {
        this.stored = stored;
        this.own = own;
        this.ocids = ocids;
        this.organizations = organizations;
        this.facts = facts;
        this.folds = folds;
    }

    /**
     * Takes releases of one process.
     *
     * @return whether any of them is news
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when one of them was published before with another content
     */
    Uni<Boolean> take(String ocid, List<Release> releases, String editor) {
        return stored.lock(ocid)
                .chain(() -> requireNotTooLong(ocid, releases))
                .chain(() -> stored.ofProcess(ocid, EVERYTHING))
                .chain(known -> {
                    List<Release> news = news(known, releases);
                    if (news.isEmpty()) {
                        return Uni.createFrom().item(false);
                    }
                    return ours(ocid, known).chain(ours -> {
                        if (ours.isEmpty()) {
                            return record(ocid, known, news, editor).replaceWith(true);
                        }
                        news.forEach(release -> requireSame(release, ours));
                        return Uni.createFrom().item(false);
                    });
                });
    }

    /** The releases of a contract that is kept here by itself: nobody else publishes any of it. */
    private Uni<List<String>> ours(String ocid, List<Release> known) {
        return known.isEmpty() && ocids.contract(ocid).isPresent()
                ? own.of(ocids.contractOf(ocid), EVERYTHING)
                        .chain(releases -> folds.taken(() -> releases.map(release -> Digest.of(Presentable.of(release)))
                                .toList()))
                : Uni.createFrom().item(List.of());
    }

    private static void requireSame(Release release, List<String> ours) {
        if (!ours.contains(release.digest())) {
            throw Problem.NOT_ALLOWED_NOW.because("The contract is kept here by itself, and the release "
                    + release.releaseId() + " isn't what is known of it: record what is news as facts");
        }
    }

    private Uni<Void> requireNotTooLong(String ocid, List<Release> releases) {
        long more = releases.stream()
                .mapToLong(release ->
                        release.content().length() + release.publishedIn().length())
                .sum();
        return stored.characters(ocid)
                .invoke(known -> {
                    if (known + more > MAX_CHARACTERS) {
                        throw Problem.NOT_ALLOWED_NOW.because("The releases of a process have at most " + MAX_CHARACTERS
                                + " characters together here");
                    }
                })
                .replaceWithVoid();
    }

    private static List<Release> news(List<Release> known, List<Release> releases) {
        Map<String, Release> byId = new HashMap<>();
        known.forEach(release -> byId.put(release.releaseId(), release));
        List<Release> news = new ArrayList<>();
        for (Release release : releases) {
            Release same = byId.putIfAbsent(release.releaseId(), release);
            if (same == null) {
                news.add(release);
            } else if (!same.digest().equals(release.digest())) {
                throw Problem.NOT_ALLOWED_NOW.because(
                        "The release " + release.releaseId() + " of " + release.ocid()
                                + " is known with another content: what was published stands, and what changes is published in another release");
            }
        }
        if (known.size() + news.size() > MAX_RELEASES) {
            throw Problem.NOT_ALLOWED_NOW.because("A process has at most " + MAX_RELEASES + " releases here");
        }
        return news;
    }

    private Uni<Void> record(String ocid, List<Release> known, List<Release> news, String editor) {
        List<Release> all = Stream.concat(known.stream(), news.stream()).toList();
        String contract = ocids.contractOf(ocid);
        return folds.taken(() -> identifiers(all))
                .chain(organizations::known)
                .chain(companies -> folds.taken(() -> new Told(
                        Derived.ofNews(known, news, companies),
                        news.stream()
                                .map(release -> Buyer.of(release, companies))
                                .toList())))
                .chain(told -> stored.add(contract, told.bought(), editor)
                        .chain(() -> facts.takeIn(contract, told.derived().contract(), editor))
                        .chain(() -> facts.takeInParts(contract, told.derived().parts(), editor)))
                .replaceWithVoid();
    }

    /**
     * What new releases come to.
     *
     * @param bought they themselves, by who buys
     */
    private record Told(Derived derived, List<Release> bought) {}

    private static Set<OrganizationId> identifiers(List<Release> releases) {
        Set<OrganizationId> all = new LinkedHashSet<>();
        Process.steps(releases, (release, told) -> {
            Extension.terminatedBy(told).ifPresent(all::add);
            all.addAll(Parties.in(told).identifiers());
        });
        return all;
    }
}
