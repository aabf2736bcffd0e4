package io.cumulo.disputes.docket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * An entry on a docket as its source states it. The last members, from {@code security} on, belong to some kinds only ({@link FitsItsKind}).
 *
 * @param kind what it reports
 * @param on the day of it in the world, as precisely as known
 * @param number what the forum printed beside it, such as the ECF number 164
 * @param text what it says
 * @param otherDates days that other sources print for it; the docket goes by {@code on}
 * @param dueOn last day for what it orders or announces, as precisely as known
 * @param security which one was ordered, increased, posted, released or paid out
 * @param party who joins the case
 * @param scope what a stay holds up, proceedings when absent; or an injunction, performance when absent
 * @param lifts key of the entry whose order is lifted; when absent, every such order in force
 * @param modifies key of the entry whose injunction is modified; when absent, every injunction in force
 * @param outcome for whom the forum ruled
 * @param grants the remedies that it granted, in words
 * @param reason why the case was dismissed
 * @param review what the court above made of the decision
 */
@Embeddable
@FitsItsKind
public record StatedEntry(
        @NotNull @Enumerated(EnumType.STRING) EntryKind kind,
        @NotNull @Column(name = "entered_on") PartialDate on,

        @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?", message = "must not be blank, nor begin or end with a space")
        String number,

        @NotBlank @Size(max = 4000) @Column(name = "words") String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JdbcType(JsonbType.class) @Size(max = 20)
        List<@NotNull PartialDate> otherDates,

        @JsonInclude(JsonInclude.Include.NON_NULL) PartialDate dueOn,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JdbcType(JsonbType.class) @Valid
        StatedSecurity security,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid Joining party,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Enumerated(EnumType.STRING)
        OrderScope scope,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Key String lifts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Key String modifies,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Enumerated(EnumType.STRING)
        Outcome outcome,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 100)
        List<@NotBlank @Size(max = 2000) String> grants,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Enumerated(EnumType.STRING)
        DismissalReason reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Enumerated(EnumType.STRING)
        Review review)
        implements FactBody {

    public StatedEntry {
        otherDates = otherDates == null ? List.of() : List.copyOf(otherDates);
        grants = grants == null ? List.of() : List.copyOf(grants);
    }

    /**
     * Who joins a case.
     *
     * @param company its key
     */
    @Embeddable
    public record Joining(
            @NotNull @Key @Column(name = "party") String company) {}

    @Override
    public Optional<PartialDate> holdsFrom() {
        return Optional.ofNullable(on);
    }

    /** The companies that the entry names, by JSON Pointer. */
    Map<String, String> companies() {
        Map<String, String> named = new TreeMap<>();
        if (party != null) {
            named.put("/party/company", party.company());
        }
        if (security != null && security.payer() != null) {
            named.put("/security/payer", security.payer());
        }
        return named;
    }

    /** The entry as the rules see it. */
    DocketEntry underRules(String key, long sequence) {
        return new DocketEntry(
                key, kind, on.first(), on.last(), on, Optional.ofNullable(number), sequence, particulars());
    }

    private Particulars particulars() {
        return switch (kind) {
            case INTERVENTION -> new Particulars.Intervention(new Particulars.Party(party.company()));
            case INJUNCTION_LIFTED, STAY_LIFTED -> new Particulars.Lifting(Optional.ofNullable(lifts));
            case STAY -> new Particulars.Stay(scope);
            case INJUNCTION_GRANTED -> new Particulars.Injunction(scope);
            case INJUNCTION_MODIFIED ->
                new Particulars.Modification(Optional.ofNullable(modifies), Optional.ofNullable(scope));
            case MANDATE -> new Particulars.Mandate(review);
            case RULING -> new Particulars.Ruling(outcome, grants);
            case DISMISSAL -> new Particulars.Dismissal(reason);
            case SECURITY_ORDERED -> new Particulars.SecurityOrder(security.terms());
            case SECURITY_POSTED, SECURITY_INCREASED, SECURITY_RELEASED, SECURITY_PAID_OUT ->
                new Particulars.SecurityChange(security.change());
            default -> Particulars.NONE;
        };
    }
}
