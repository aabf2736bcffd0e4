package io.cumulo.disputes.dispute;

import io.cumulo.disputes.docket.Phase;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactFilter;
import io.cumulo.kit.neighbour.SameCompanies;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which disputes a list holds: those that pass every filter given. */
public class DisputeFilter {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final int LONGEST_QUESTION = 200;

    @QueryParam("company")
    @Parameter(
            description = "One of the parties, those that joined included, or the forum; several: any of them.",
            example = "amazon-web-services")
    List<String> company;

    @QueryParam("role")
    @Parameter(description = "On which side the company is: claimant, respondent or intervenor.", example = "claimant")
    String role;

    @QueryParam("forum")
    @Parameter(description = "Before which it is brought.", example = "us-court-of-federal-claims")
    String forum;

    @QueryParam("forumName")
    @Parameter(
            description = "Before which it is brought, by the name that a file states, word for word.",
            example = "U.S. District Court for the District of Columbia")
    String forumName;

    @QueryParam("contract")
    @Parameter(description = "The contract it is about.", example = "jedi")
    String contract;

    @QueryParam("kind")
    @Parameter(description = "What sort of proceedings: bid-protest, complaint, lawsuit or appeal.")
    String kind;

    @QueryParam("docketNumber")
    @Parameter(description = "The forum's number for it, as recorded.", example = "1:19-cv-01796")
    String docketNumber;

    @QueryParam("state")
    @Parameter(description = "Where it stands on the day asked about: a phase, such as pending or dismissed.")
    String state;

    @QueryParam("broughtFrom")
    @Parameter(description = "The first entry of its docket is of this day or later.", example = "2019-11-01")
    String broughtFrom;

    @QueryParam("broughtTo")
    @Parameter(description = "The first entry of its docket is of this day or earlier.", example = "2019-12-31")
    String broughtTo;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of its title, its docket number, the forum as stated, its grounds, the remedies or the entries of its docket,"
                            + " in English, Spanish or as written; \"quotes\" for a phrase, - for without, or between alternatives. Filters; the order is that of"
                            + " the keys.")
    String q;

    /** The companies that are asked for, as parties or as the forum. */
    Collection<String> companies() {
        return forum == null
                ? company
                : Stream.concat(company.stream(), Stream.of(forum)).toList();
    }

    /**
     * The filter.
     *
     * @param keys every key of those that are asked for
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every parameter that can't be used
     */
    FactFilter toFilter(SameCompanies keys, Moment moment) {
        DisputeConditions conditions = new DisputeConditions(moment);
        List<Fault> faults = new ArrayList<>();
        if (!company.isEmpty()) {
            if (role != null) {
                one("role", role, Party.Role.values(), faults);
            }
            conditions.company(keys.of(company), role);
        } else if (role != null) {
            faults.add(Fault.parameter("role", "is that of a company: needs company"));
        }
        if (forum != null) {
            conditions.forum(keys.of(forum));
        }
        conditions.forumName(forumName);
        conditions.equal("contract", contract);
        conditions.equal("docketNumber", docketNumber);
        if (kind != null) {
            conditions.equal("kind", one("kind", kind, DisputeKind.values(), faults));
        }
        if (state != null) {
            conditions.phase(one("state", state, Phase.values(), faults));
        }
        if (broughtFrom != null || broughtTo != null) {
            conditions.brought(
                    day("broughtFrom", broughtFrom, EARLIEST, faults), day("broughtTo", broughtTo, LATEST, faults));
        }
        if (q != null) {
            conditions.words(words(faults));
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_PARAMETER.because("The filter can't be used", faults);
        }
        return conditions.filter(name());
    }

    private String name() {
        return Stream.of(
                        company, role, forum, forumName, contract, kind, docketNumber, state, broughtFrom, broughtTo, q)
                .map(Objects::toString)
                .collect(Collectors.joining(" ", "disputes ", ""));
    }

    private static <E extends Enum<E>> E one(String parameter, String word, E[] values, List<Fault> faults) {
        for (E value : values) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        faults.add(Fault.parameter(
                parameter,
                "must be one of "
                        + Arrays.stream(values).map(DisputeFilter::word).collect(Collectors.joining(", "))));
        return null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LocalDate day(String parameter, String text, LocalDate otherwise, List<Fault> faults) {
        if (text == null) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // told below, as what lies outside
        }
        faults.add(Fault.parameter(parameter, "must be a date as 2020-04-24, from " + EARLIEST + " to " + LATEST));
        return otherwise;
    }

    private String words(List<Fault> faults) {
        if (q.isBlank() || q.length() > LONGEST_QUESTION || q.chars().anyMatch(Character::isISOControl)) {
            faults.add(Fault.parameter(
                    "q", "must be 1 to " + LONGEST_QUESTION + " characters, none of them a control character"));
        }
        return q;
    }
}
