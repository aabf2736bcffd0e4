package io.cumulo.investments.commitment;

import io.cumulo.investments.company.KnownCompanies;
import io.cumulo.investments.ledger.Ledger;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who and what a commitment names is known. Its accounts are locked with it, before record time is taken, for a version may change its pledge.
 */
@ApplicationScoped
public class CommitmentRules implements FactKind.Rules<Commitment> {

    private final KnownCompanies companies;
    private final CommitmentRepository commitments;
    private final Ledger ledger;

    CommitmentRules(KnownCompanies companies, CommitmentRepository commitments, Ledger ledger) {
        this.companies = companies;
        this.commitments = commitments;
        this.ledger = ledger;
    }

    /**
     * Locks before anything is written: a writer who has to wait takes its number, by which events are told in order, after the one it waits for. Who
     * supersedes whom is locked before accounts are.
     */
    @Override
    public Uni<List<Fault>> check(String subject, String id, Commitment commitment) {
        return (commitment.supersedes() == null ? Uni.createFrom().voidItem() : commitments.lockSuccession())
                .chain(() -> lock(id))
                .chain(() -> companies.require(Map.of("/company", commitment.company())))
                .chain(unknown -> superseded(id, commitment).map(wrong -> {
                    List<Fault> faults = new ArrayList<>(unknown);
                    faults.addAll(wrong);
                    return faults;
                }));
    }

    /** Commitments: each an episode. */
    FactKind<Commitment, CommitmentVersion> kind() {
        return new FactKind<>(
                "investments.commitment", CommitmentVersion.class, CommitmentVersion::new, Extent.EPISODE, this);
    }

    @Override
    public Uni<Void> checkRetraction(String subject, String id) {
        return lock(id);
    }

    private Uni<Void> lock(String id) {
        return ledger.lock(List.of(new Accounts(id).pledged()));
    }

    private Uni<List<Fault>> superseded(String id, Commitment commitment) {
        String superseded = commitment.supersedes();
        if (superseded == null) {
            return Uni.createFrom().item(List.of());
        }
        if (superseded.equals(id)) {
            return fault("a commitment doesn't supersede itself");
        }
        return commitments
                .exists(superseded)
                .chain(known -> known
                        ? commitments
                                .leads(superseded, id)
                                .chain(round -> round
                                        ? fault(superseded + " supersedes this commitment, itself or through others")
                                        : Uni.createFrom().item(List.of()))
                        : fault("no commitment " + superseded + " is recorded"));
    }

    private static Uni<List<Fault>> fault(String detail) {
        return Uni.createFrom().item(List.of(Fault.at("/supersedes", detail)));
    }
}
