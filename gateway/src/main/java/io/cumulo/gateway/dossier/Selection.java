package io.cumulo.gateway.dossier;

import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which sections of a dossier are asked for. The timeline and the sources are those of the lists that are asked for beside them; asked for alone, of
 * all lists.
 *
 * @param asked names of members
 */
record Selection(Set<String> asked) {

    static final String SECURITIES = "securities";
    static final String TIMELINE = "timeline";
    static final String SOURCES = "sources";

    private static final Set<String> ALL = Stream.concat(
                    Arrays.stream(Section.values()).map(Section::member), Stream.of(SECURITIES, TIMELINE, SOURCES))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    static final Selection EVERYTHING = new Selection(ALL);

    Selection {
        asked = Set.copyOf(asked);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no section */
    static Selection of(String sections) {
        if (sections == null) {
            return EVERYTHING;
        }
        Set<String> asked = Set.copyOf(Arrays.asList(sections.split(",", -1)));
        if (!ALL.containsAll(asked)) {
            throw Problem.INVALID_PARAMETER.because(
                    "The dossier can't be cut so",
                    List.of(Fault.parameter(
                            "sections", "must be some of " + String.join(", ", ALL) + ", joined by commas")));
        }
        return new Selection(asked);
    }

    boolean shows(String member) {
        return asked.contains(member);
    }

    /** Whether the timeline and the sources draw from a list. */
    boolean tells(Section section) {
        return shows(section.member()) || isOfAllLists();
    }

    /** Whether they draw from what dockets say of bonds, and from nothing else of them. */
    boolean tellsBondsAlone() {
        return shows(SECURITIES) && !tells(Section.DISPUTES);
    }

    /** Whether a list is needed, for itself or for what is made of it: a bond stands in its dispute, and a dispute leads to its contract. */
    boolean needs(Section section) {
        return tells(section)
                || (section == Section.DISPUTES && (shows(SECURITIES) || shows(Section.CONTRACTS.member())));
    }

    /** Whether the entries are needed that contracts were suspended and resumed by. */
    boolean needsOrders() {
        return tells(Section.CONTRACTS) && (shows(TIMELINE) || shows(SOURCES));
    }

    /** A bond has its sources from the entry that ordered it. */
    boolean needsDockets() {
        return tells(Section.DISPUTES) || shows(SECURITIES);
    }

    private boolean isOfAllLists() {
        return Set.of(TIMELINE, SOURCES).containsAll(asked);
    }
}
