package io.cumulo.investments.analysis;

import io.cumulo.investments.company.CompanyKeys;
import io.cumulo.investments.spending.CapitalExpenditure;
import io.cumulo.investments.spending.ReportedSpending;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.neighbour.SameCompanies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts what companies reported, under whichever key of theirs, beside what they pledged: one look for a page of groups. */
@ApplicationScoped
class ReportedBeside {

    private final CompanyKeys keys;
    private final CapitalExpenditure spending;

    ReportedBeside(CompanyKeys keys, CapitalExpenditure spending) {
        this.keys = keys;
        this.spending = spending;
    }

    /** What is reported for the whole of a company can't be told by category. */
    Uni<List<CommitmentGroup>> of(List<CommitmentGroup> groups, Set<Grouping> by, Optional<String> in, Moment moment) {
        if (!by.contains(Grouping.COMPANY) || by.contains(Grouping.CATEGORY)) {
            return Uni.createFrom().item(groups);
        }
        Set<String> companies =
                groups.stream().map(CommitmentGroup::company).collect(Collectors.toCollection(TreeSet::new));
        return keys.keysOfEach(companies, moment).chain(same -> spending.years(same.of(companies), in, moment)
                .map(years -> years.stream().collect(Collectors.groupingBy(ReportedSpending::company)))
                .map(years -> groups.stream()
                        .map(group -> group.beside(years(group, same, years)))
                        .toList()));
    }

    private static List<ReportedYear> years(
            CommitmentGroup group, SameCompanies same, Map<String, List<ReportedSpending>> years) {
        return same.of(group.company()).stream()
                .flatMap(key -> years.getOrDefault(key, List.of()).stream())
                .map(ReportedYear::of)
                .filter(reported -> group.year() == null || group.year().equals(String.valueOf(reported.year())))
                .distinct()
                .sorted(Comparator.comparing(ReportedYear::to))
                .toList();
    }
}
