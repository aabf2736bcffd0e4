package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.dispute.Dispute;
import io.cumulo.disputes.docket.ContractSuspensions;
import io.cumulo.disputes.docket.DisputeState;
import io.cumulo.disputes.docket.DocketDate;
import io.cumulo.disputes.docket.DocketEntries;
import io.cumulo.disputes.docket.RecordedDockets;
import io.cumulo.disputes.docket.Suspension;
import io.cumulo.disputes.ocds.OwnContracts.Account;
import io.cumulo.disputes.ocds.OwnContracts.Told;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Releases of contracts that nobody published any of: one for each day on which something became of the contract, telling all that was so from that day on.
 * They follow the facts as known at the moment: a release is named by what it says, and what is set right comes as another one.
 */
@ApplicationScoped
class OwnReleases {

    /** Each day has the dockets folded anew; of a longer history, so many of the latest days. */
    private static final int MAX_DAYS = 300;

    private final OwnContracts contracts;
    private final ContractSuspensions suspensions;
    private final RecordedDockets dockets;
    private final OwnOcids ocids;

    OwnReleases(OwnContracts contracts, ContractSuspensions suspensions, RecordedDockets dockets, OwnOcids ocids) {
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.dockets = dockets;
        this.ocids = ocids;
    }

    /** In the order of their days, each made when it is taken; none where no such contract was known. */
    Uni<Stream<ObjectNode>> of(String contract, Moment moment) {
        return contracts.of(contract, moment).chain(account -> suspensions
                .of(List.of(contract), moment)
                .chain(suspended -> dockets.entries(ids(account.disputes()), moment)
                        .chain(recorded -> Multi.createFrom()
                                .iterable(days(account, suspended.getOrDefault(contract, List.of())))
                                .onItem()
                                .transformToUniAndConcatenate(day -> onDay(contract, new Moment(day, moment.knownAt())))
                                .collect()
                                .asList()
                                .map(days -> releases(
                                        contract, days.stream().map(day -> snapshot(account, recorded, day)))))));
    }

    /** The disputes about a contract as they stood, for one that has a publisher. */
    Uni<ObjectNode> disputes(String contract, Moment moment) {
        return contracts.disputes(contract, moment).chain(disputes -> suspensions
                .of(List.of(contract), moment)
                .chain(suspended -> dockets.states(ids(disputes), moment)
                        .map(states -> DisputesBlock.of(
                                disputes, states, suspended.getOrDefault(contract, List.of()), moment.asOf()))));
    }

    private record Day(LocalDate day, List<Suspension> suspensions) {}

    private Uni<Day> onDay(String contract, Moment moment) {
        return suspensions
                .of(List.of(contract), moment)
                .map(suspended -> new Day(moment.asOf(), suspended.getOrDefault(contract, List.of())));
    }

    private static Snapshot snapshot(Account account, Map<String, DocketEntries> dockets, Day day) {
        List<Told<Dispute>> disputes = account.disputes().stream()
                .filter(dispute -> dispute.holdsOn(day.day()))
                .toList();
        Map<String, DisputeState> states = new TreeMap<>();
        ids(disputes).forEach(dispute -> states.put(dispute, state(dockets.get(dispute), day.day())));
        return new Snapshot(day.day(), account, DisputesBlock.of(disputes, states, day.suspensions(), day.day()));
    }

    private static DisputeState state(DocketEntries docket, LocalDate day) {
        return docket == null ? DisputeState.INITIAL : docket.state(day);
    }

    private static List<String> ids(List<? extends Told<?>> disputes) {
        return disputes.stream().map(Told::id).toList();
    }

    private Stream<ObjectNode> releases(String contract, Stream<Snapshot> snapshots) {
        Telling telling = new Telling(contract);
        return snapshots.flatMap(snapshot -> telling.next(snapshot).stream());
    }

    /** Day after day, of which one that tells nothing new has no release. */
    private final class Telling {
        private final String contract;
        private Snapshot before;
        private ObjectNode last;

        Telling(String contract) {
            this.contract = contract;
        }

        Optional<ObjectNode> next(Snapshot snapshot) {
            ObjectNode told = snapshot.told(contract, ocids.base());
            if (told.equals(last)) {
                return Optional.empty();
            }
            ObjectNode release = ReleaseHead.of(ocids.of(contract), snapshot.day(), snapshot.tag(before), told);
            last = told;
            before = snapshot;
            return Optional.of(release);
        }
    }

    /** Days on which something was so from then on, not before the contract itself was. */
    private static List<LocalDate> days(Account account, List<Suspension> suspensions) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(
                        account.contract(),
                        account.awards(),
                        account.amendments(),
                        account.milestones(),
                        account.terminations())
                .flatMap(List::stream)
                .map(Told::from)
                .filter(Objects::nonNull)
                .forEach(days::add);
        account.disputes().stream().map(Told::from).filter(Objects::nonNull).forEach(days::add);
        suspensions.forEach(suspension -> days.add(suspension.from().day()));
        suspensions.forEach(suspension -> suspension.to().map(DocketDate::day).ifPresent(days::add));
        days.addAll(account.docketDays());
        account.contract().stream()
                .filter(version -> version.from() == null)
                .findFirst()
                .map(version -> version.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate())
                .filter(recorded -> days.isEmpty() || recorded.isBefore(days.first()))
                .ifPresent(days::add);
        List<LocalDate> known = days.stream()
                .filter(day -> account.contract().stream().anyMatch(version -> version.holdsOn(day)))
                .toList();
        return known.subList(Math.max(0, known.size() - MAX_DAYS), known.size());
    }
}
