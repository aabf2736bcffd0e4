package io.cumulo.disputes.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.contract.AmendmentResource;
import io.cumulo.disputes.contract.AwardResource;
import io.cumulo.disputes.contract.ContractResource;
import io.cumulo.disputes.contract.MilestoneResource;
import io.cumulo.disputes.contract.TerminationResource;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The door through which files tell of contracts: each body as a client would PUT it; within the current transaction. */
@ApplicationScoped
public class ContractFacts {

    private final ContractResource contracts;
    private final Map<Part, FactResource<?, ?>> parts;
    private final TerminationResource terminations;
    private final JsonBinder binder;

    ContractFacts(
            ContractResource contracts,
            AwardResource awards,
            AmendmentResource amendments,
            MilestoneResource milestones,
            TerminationResource terminations,
            JsonBinder binder) {
        this.contracts = contracts;
        this.parts = Map.of(Part.AWARD, awards, Part.AMENDMENT, amendments, Part.MILESTONE, milestones);
        this.terminations = terminations;
        this.binder = binder;
    }

    /** What is told of a contract by itself. */
    public enum Part {
        AWARD,
        AMENDMENT,
        MILESTONE,
        /** Of which a contract has one at most, whatever its key. */
        TERMINATION
    }

    /**
     * A fact about a contract.
     *
     * @param key of it, among those of its kind
     */
    public record PlacedPart(Part part, String key, ObjectNode body) {}

    /**
     * Records how a contract was at several times.
     *
     * @param bodies of which no two hold on the same day, the latest last
     * @return whether anything was recorded
     */
    public Uni<Boolean> takeIn(String contract, List<ObjectNode> bodies, String editor) {
        return bodies.isEmpty()
                ? Uni.createFrom().item(false)
                : contracts
                        .takeIn(
                                contract,
                                bodies.stream().map(ContractFacts::bytes).toList(),
                                binder,
                                editor)
                        .map(ContractFacts::isNews);
    }

    /** Records what is told of a contract that is recorded; whether any of it is news. */
    public Uni<Boolean> takeInParts(String contract, List<PlacedPart> told, String editor) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> takeIn(contract, one, editor).map(ContractFacts::isNews))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other));
    }

    private Uni<? extends Written<?>> takeIn(String contract, PlacedPart one, String editor) {
        return one.part() == Part.TERMINATION
                ? terminations.takeIn(contract, bytes(one.body()), binder, editor)
                : parts.get(one.part()).takeIn(contract, one.key(), bytes(one.body()), binder, editor);
    }

    private static boolean isNews(Written<?> written) {
        return written.outcome() != Written.Outcome.UNCHANGED;
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
