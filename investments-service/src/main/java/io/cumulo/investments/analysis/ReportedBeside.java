package io.cumulo.investments.analysis;

import io.cumulo.investments.spending.CapitalExpenditure;
import io.cumulo.investments.spending.ReportedSpending;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts what companies reported beside what they pledged: one look for a page of groups. */
@ApplicationScoped
class ReportedBeside {

    private final CapitalExpenditure spending;

    ReportedBeside(CapitalExpenditure spending) {
        this.spending = spending;
    }

    /** What is reported for the whole of a company can't be told by category. */
    Uni<List<CommitmentGroup>> of(List<CommitmentGroup> groups, Set<Grouping> by, Optional<String> in, Moment moment) {
        if (!by.contains(Grouping.COMPANY) || by.contains(Grouping.CATEGORY)) {
            return Uni.createFrom().item(groups);
        }
        Set<String> companies =
                groups.stream().map(CommitmentGroup::company).collect(Collectors.toCollection(TreeSet::new));
        return spending.years(companies, in, moment)
                .map(years -> years.stream().collect(Collectors.groupingBy(ReportedSpending::company)))
                .map(years -> groups.stream()
                        .map(group -> group.beside(years(group, years)))
                        .toList());
    }

    private static List<ReportedYear> years(CommitmentGroup group, Map<String, List<ReportedSpending>> years) {
        return years.getOrDefault(group.company(), List.of()).stream()
                .map(ReportedYear::of)
                .filter(reported -> group.year() == null || group.year().equals(String.valueOf(reported.year())))
                .toList();
    }
}
