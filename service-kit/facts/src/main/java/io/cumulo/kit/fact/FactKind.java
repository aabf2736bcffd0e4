package io.cumulo.kit.fact;

import io.cumulo.kit.problem.Fault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What one kind of fact adds to the life that all facts live.
 *
 * @param name of the kind as it stands in event types and problems, such as {@code companies.role}
 * @param entity the versions' class
 * @param row makes an empty row
 * @param extent how versions share valid time
 * @param rules what must hold for a body beyond its constraints
 * @param projection what is derived from its versions
 */
public record FactKind<B extends FactBody, V extends FactVersion<B>>(
        String name, Class<V> entity, Supplier<V> row, Extent extent, Rules<B> rules, Projection<V> projection) {

    public FactKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(extent, "extent");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(projection, "projection");
    }

    /** A kind from which nothing is derived. */
    public FactKind(String name, Class<V> entity, Supplier<V> row, Extent extent, Rules<B> rules) {
        this(name, entity, row, extent, rules, versions -> Uni.createFrom().voidItem());
    }

    /** Rules that need a look at other facts; asked within the transaction of the write, after the fact is locked. */
    @FunctionalInterface
    public interface Rules<B extends FactBody> {

        /**
         * Everything that is wrong with the body; empty when it may be recorded.
         *
         * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the subject doesn't exist
         */
        Uni<List<Fault>> check(String subject, String id, B body);

        /** As {@link #check(String, String, FactBody)}, for rules that ask from when to when the fact holds. */
        default Uni<List<Fault>> check(String subject, String id, Asserted<B> asserted) {
            return check(subject, id, asserted.body());
        }

        /** Whether facts may be checked before any of them is recorded; not where the rules look at others of the kind. */
        default boolean checksTogether() {
            return false;
        }

        /** Everything that is wrong with facts that are recorded at once; where they {@link #checksTogether}, in as few questions as for one. */
        default Uni<List<Fault>> checkTogether(List<Told<B>> facts) {
            return Multi.createFrom()
                    .iterable(facts)
                    .onItem()
                    .transformToUniAndConcatenate(fact -> check(fact.subject(), fact.id(), fact.asserted()))
                    .onItem()
                    .<Fault>disjoint()
                    .collect()
                    .asList();
        }

        /**
         * Asked before a fact is taken back, and before record time is taken.
         *
         * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it may not be
         */
        default Uni<Void> checkRetraction(String subject, String id) {
            return Uni.createFrom().voidItem();
        }
    }

    /** Tables that are derived from the versions of facts, such as an index. */
    @FunctionalInterface
    public interface Projection<V> {

        /** Takes in versions that were just inserted, in the transaction that records them. */
        Uni<Void> add(List<V> versions);
    }
}
