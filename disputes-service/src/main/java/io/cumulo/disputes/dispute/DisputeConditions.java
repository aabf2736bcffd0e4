package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.Phase;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a list of disputes, in HQL over {@code v}. What holds for a dispute by other rows than its own names the disputes that they
 * belong to, so that each is found from an index.
 */
final class DisputeConditions {

    private static final String JOINED =
            "e.body.party.company in :companies and e.validFrom <= :asOf and e.standing <> :retracted";

    private final Moment moment;
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();
    private Optional<FactFilter.Search> search = Optional.empty();

    DisputeConditions(Moment moment) {
        this.moment = moment;
    }

    FactFilter filter(String name) {
        return new FactFilter(name, String.join(" and ", conditions), search, parameters);
    }

    /** A member of the dispute itself; no condition without a value. */
    void equal(String member, Object value) {
        if (value != null) {
            conditions.add("v.body." + member + " = :" + member);
            parameters.put(member, value);
        }
    }

    /** @param keys all keys of the forum */
    void forum(Collection<String> keys) {
        conditions.add("v.body.forum in :forums");
        parameters.put("forums", keys);
    }

    /** The forum as a file states it. */
    void forumName(String name) {
        if (name != null) {
            conditions.add("v.forumName = :forumName");
            parameters.put("forumName", name);
        }
    }

    /**
     * Who takes part. The three ways of taking part have an index each and can't be asked with "or": the first condition finds every dispute that
     * ever was of these, the second asks each of them for the moment.
     *
     * @param companies all keys of the companies
     * @param role as what; null for any, or as the forum
     */
    void company(Collection<String> companies, String role) {
        boolean joined = role == null || role.equals("intervenor");
        List<String> ways = new ArrayList<>();
        ways.add(role == null ? "array_overlaps(d.companies, :parties)" : "array_overlaps(d.partyRoles, :parties)");
        if (role == null) {
            ways.add("d.body.forum in :companies");
        }
        List<String> found = new ArrayList<>(ways.stream()
                .map(way -> "select d.subject from DisputeVersion d where " + way)
                .toList());
        List<String> exact = new ArrayList<>(
                ways.stream().map(way -> way.replace("d.", "v.")).toList());
        if (joined) {
            found.add("select e.subject from EntryVersion e where " + JOINED + known());
            exact.add(belongs("EntryVersion", "e.subject", JOINED));
        }
        conditions.add("v.subject in (" + String.join(" union ", found) + ")");
        conditions.add("(" + String.join(" or ", exact) + ")");
        parameters.put(
                "parties",
                companies.stream()
                        .map(company -> role == null ? company : role + " " + company)
                        .toArray(String[]::new));
        if (joined) {
            parameters.put("companies", companies);
        }
    }

    /** In which phase it is on the day; a dispute with nothing on its docket is in none that is written down. */
    void phase(Phase phase) {
        if (phase == Phase.NONE) {
            conditions.add(
                    "not exists (select 1 from DisputePhase e where e.dispute = v.subject and e.startsOn <= :asOf"
                            + known() + ")");
            return;
        }
        conditions.add(belongs(
                "DisputePhase",
                "e.dispute",
                "e.phase = :phase and e.startsOn <= :asOf and (e.endsOn is null or e.endsOn > :asOf)"));
        parameters.put("phase", phase);
    }

    /** Between which days its docket begins, both included. */
    void brought(LocalDate from, LocalDate to) {
        String begun =
                "e.begins = true and e.startsOn between :broughtFrom and :broughtTo and e.startsOn <= :asOf" + known();
        search(
                "cast(sql('? = any (array ?)', v.subject, (select e.dispute from DisputePhase e where " + begun
                        + ")) as Boolean) = true",
                "exists (select 1 from DisputePhase e where e.dispute = v.subject and " + begun + ")");
        parameters.put("broughtFrom", from);
        parameters.put("broughtTo", to);
    }

    /** What is written in it or on its docket. */
    void words(String question) {
        String moment = ":asOf, cast(" + (this.moment.knownAt().isPresent() ? ":knownAt" : "null") + " as Instant)";
        search(
                "cast(sql('? = any (disputes_with_words(?, ?, ?))', v.subject, :q, " + moment + ") as Boolean) = true",
                "function('dispute_has_words', v.subject, :q, " + moment + ") = true");
        parameters.put("q", question);
    }

    /** Of two such conditions both hold, in either way. */
    private void search(String everywhere, String oneByOne) {
        search = Optional.of(search.map(other -> new FactFilter.Search(
                        other.everywhere() + " and " + everywhere, other.oneByOne() + " and " + oneByOne))
                .orElseGet(() -> new FactFilter.Search(everywhere, oneByOne)));
    }

    private String belongs(String rows, String dispute, String condition) {
        return "v.subject in (select " + dispute + " from " + rows + " e where " + condition + known() + ")";
    }

    private String known() {
        return moment.knownAt().isPresent()
                ? " and e.recordedFrom <= :knownAt and (e.recordedTo is null or e.recordedTo > :knownAt)"
                : " and e.recordedTo is null";
    }
}
