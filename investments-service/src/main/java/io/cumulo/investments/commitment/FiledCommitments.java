package io.cumulo.investments.commitment;

import com.fasterxml.jackson.core.type.TypeReference;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.request.JsonBinder;
import io.cumulo.kit.write.Precondition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;

/**
 * Commitments as files tell them, each of which tells all of something anew. A file takes back what a file told, and asserts again what a file took back;
 * what an editor has taken back, or has said of what the file leaves out, stays. The pledges are left to the caller ({@link Pledges#due}), who may move
 * other money with them. Within the current transaction.
 */
@ApplicationScoped
public class FiledCommitments {

    private static final Type ASSERTED = new TypeReference<Asserted<Commitment>>() {}.getType();

    private final FactLife<Commitment, CommitmentVersion> life;
    private final CommitmentRepository commitments;
    private final JsonBinder binder;

    FiledCommitments(Facts facts, CommitmentRules rules, CommitmentRepository commitments, JsonBinder binder) {
        this.life = facts.life(rules.kind());
        this.commitments = commitments;
        this.binder = binder;
    }

    /** Lets nobody else write these commitments until the transaction ends; before accounts are locked, as everybody who writes one does. */
    public Uni<Void> lock(Collection<String> ids) {
        return life.lock(ids);
    }

    /**
     * Records what a file says.
     *
     * @param body as a PUT would have it
     * @param withdrawn the revision by which a file took the commitment back, if one did
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when an editor took it back, 422 when a rule is broken
     */
    public Uni<Written<Commitment>> takeIn(String id, byte[] body, Optional<Integer> withdrawn, String editor) {
        Asserted<Commitment> told = binder.bind(body, binder.typeOf(ASSERTED, getClass()));
        Optional<CommitmentRepository.Revision> ours =
                withdrawn.map(revision -> new CommitmentRepository.Revision(revision, true));
        return commitments
                .revision(id)
                .chain(newest -> newest.isPresent() && newest.equals(ours)
                        ? life.put(id, id, told, new Precondition.Present(), editor)
                        : life.takeIn(id, id, told, editor));
    }

    /**
     * Takes back what a file told.
     *
     * @param revision at which a file left it
     * @return empty when an editor has taken it back or said something else since
     */
    public Uni<Optional<Written<Commitment>>> takeBack(String id, int revision, Retraction retraction, String editor) {
        Optional<CommitmentRepository.Revision> ours = Optional.of(new CommitmentRepository.Revision(revision, false));
        return commitments
                .revision(id)
                .chain(newest -> newest.equals(ours)
                        ? life.retract(id, id, retraction, editor).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }
}
