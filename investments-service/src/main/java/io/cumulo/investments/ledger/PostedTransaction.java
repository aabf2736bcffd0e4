package io.cumulo.investments.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cumulo.kit.value.About;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transaction as a client writes it, on accounts that belong to no feature.
 *
 * @param kind any but reversal, which has its own way
 * @param on when it happened, as precisely as known; it takes effect on the first day that this can mean
 * @param description in the editor's words, or null
 * @param metadata what else is to be kept with it: up to 50 members
 * @param replaces the reversed transaction that it puts right, or null
 * @param postings 1 to 100, carried out together or not at all; their order has no meaning, for they take effect on one day
 * @param sources who printed it: at least one
 */
public record PostedTransaction(
        @NotNull TransactionKind kind,
        @NotNull PartialDate on,
        @Size(min = 1, max = 4000) String description,
        @Size(max = 50) Map<@Key String, @NotNull @Size(max = 500) String> metadata,
        @Key String replaces,
        @NotEmpty @Size(max = NewTransaction.MAX_POSTINGS) List<@Valid Posting> postings,

        @NotEmpty(message = "at least one source is needed: what nobody printed isn't posted") @Size(max = 100)
        List<@Valid Citation> sources) {

    /** Commitments, disputes and activities move their own money: what is posted freely there would make their positions say what they don't. */
    private static final Set<String> OF_FEATURES = Set.of("commitments", "disputes", "activities");

    public PostedTransaction {
        metadata = metadata == null ? Map.of() : metadata;
        postings = postings == null ? List.of() : List.copyOf(postings);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    @JsonIgnore
    @About("kind")
    @AssertTrue(message = "a reversal is posted at /v1/ledger/transactions/{id}/reversal")
    public boolean isNoReversal() {
        return kind != TransactionKind.REVERSAL;
    }

    @JsonIgnore
    @About("postings")
    @AssertTrue(
            message =
                    "accounts below commitments, disputes and activities are posted to by what happens to these: /v1/commitments/{id}/disbursements and its like")
    public boolean isFree() {
        return postings.stream()
                .flatMap(posting ->
                        Stream.of(Optional.ofNullable(posting.source()), Optional.ofNullable(posting.destination())))
                .flatMap(Optional::stream)
                .noneMatch(account -> OF_FEATURES.contains(account.root()));
    }

    NewTransaction toTransaction() {
        return new NewTransaction(
                kind,
                Optional.empty(),
                on,
                on.first(),
                Optional.ofNullable(description),
                metadata,
                sources,
                Optional.empty(),
                Optional.ofNullable(replaces),
                postings);
    }
}
