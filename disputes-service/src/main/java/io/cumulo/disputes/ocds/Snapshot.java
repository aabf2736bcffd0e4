package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.Amendment;
import io.cumulo.disputes.contract.Contract;
import io.cumulo.disputes.contract.Stage;
import io.cumulo.disputes.ocds.OwnContracts.Account;
import io.cumulo.disputes.ocds.OwnContracts.Told;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A contract as it was on a day.
 *
 * @param disputes as the extension tells them
 */
record Snapshot(LocalDate day, Account account, ObjectNode disputes) {

    Contract contract() {
        return on(account.contract()).get(0).body();
    }

    /** The facts that held on the day. */
    <B> List<Told<B>> on(List<Told<B>> facts) {
        return facts.stream().filter(fact -> fact.holdsOn(day)).toList();
    }

    ObjectNode told(String contract, Optional<URI> base) {
        return new ReleaseMapping(contract, this, base).told();
    }

    /** What the release is about (OCDS codelist releaseTag): what is new since the one before. */
    String tag(Snapshot before) {
        Stage stage = contract().stage();
        if (before == null || before.contract().stage() != stage) {
            return stage.word();
        }
        if (on(account.terminations()).size()
                > before.on(account.terminations()).size()) {
            return "contractTermination";
        }
        if (amended(Stage.TENDER) > before.amended(Stage.TENDER)) {
            return "tenderAmendment";
        }
        if (stage.compareTo(Stage.CONTRACT) >= 0 && amended(Stage.CONTRACT) > before.amended(Stage.CONTRACT)) {
            return "contractAmendment";
        }
        return stage.word() + "Update";
    }

    private long amended(Stage stage) {
        return on(account.amendments()).stream()
                .map(Told::body)
                .filter(amendment -> of(amendment) == stage)
                .count();
    }

    static Stage of(Amendment amendment) {
        return amendment.of() == null ? Stage.CONTRACT : amendment.of();
    }
}
