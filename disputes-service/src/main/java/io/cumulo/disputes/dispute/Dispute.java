package io.cumulo.disputes.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cumulo.disputes.docket.Intervenor;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.storage.JsonbType;
import io.cumulo.kit.value.Key;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcType;

/**
 * A dispute before a court or a review body. What happens in it stands on its docket.
 *
 * @param title as the forum captions it
 * @param kind what sort of proceedings
 * @param forum the company, of the kind court or public body, before which it is brought; null while nobody knows which company the stated one is
 * @param statedForum the forum as a file states it, whether or not it is known which company that is
 * @param docketNumber the forum's number for it
 * @param contract what it is about; null when it is about something else
 * @param appealsFrom the dispute whose decision it appeals from
 * @param parties who takes part; those who joined later are on the docket too
 * @param grounds as alleged
 * @param remediesSought what is asked for, in words
 * @param judges who decides it
 */
@Embeddable
@NamesForum
public record Dispute(
        @NotBlank @Size(max = 500) String title,
        @NotNull @Enumerated(EnumType.STRING) DisputeKind kind,
        @Key String forum,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JdbcType(JsonbType.class) @Valid
        StatedForum statedForum,

        @Size(max = 100) String docketNumber,
        @Key String contract,
        @Key String appealsFrom,
        @JdbcType(JsonbType.class) @Size(max = 200) List<@Valid Party> parties,
        @JdbcType(JsonbType.class) @Size(max = 200) List<@Valid Ground> grounds,
        @Size(max = 100) List<@NotBlank @Size(max = 2000) String> remediesSought,
        @JdbcType(JsonbType.class) @Size(max = 50) List<@Valid Judge> judges)
        implements FactBody {

    public Dispute {
        parties = parties == null ? List.of() : List.copyOf(parties);
        grounds = grounds == null ? List.of() : List.copyOf(grounds);
        remediesSought = remediesSought == null ? List.of() : List.copyOf(remediesSought);
        judges = judges == null ? List.of() : List.copyOf(judges);
    }

    /** The companies that it names, by JSON Pointer. */
    Map<String, String> companies() {
        Map<String, String> named = new TreeMap<>();
        if (forum != null) {
            named.put("/forum", forum);
        }
        for (int index = 0; index < parties.size(); index++) {
            named.put("/parties/" + index + "/company", parties.get(index).company());
        }
        for (int index = 0; index < grounds.size(); index++) {
            named.put("/grounds/" + index + "/allegedBy", grounds.get(index).allegedBy());
        }
        return named;
    }

    /** The same dispute with those who joined it by the docket and aren't listed as intervenors already. */
    Dispute joinedBy(List<Intervenor> intervenors) {
        List<Party> all = new ArrayList<>(parties);
        intervenors.stream().map(Party::joined).filter(this::isNew).forEach(all::add);
        return new Dispute(
                title,
                kind,
                forum,
                statedForum,
                docketNumber,
                contract,
                appealsFrom,
                all,
                grounds,
                remediesSought,
                judges);
    }

    /** The same dispute, with all that it leaves open as the other one has it: a file tells a part of what is known. */
    Dispute completedBy(Dispute other) {
        return new Dispute(
                title,
                kind,
                forum == null ? other.forum : forum,
                statedForum == null ? other.statedForum : statedForum,
                docketNumber == null ? other.docketNumber : docketNumber,
                contract == null ? other.contract : contract,
                appealsFrom == null ? other.appealsFrom : appealsFrom,
                parties.isEmpty() ? other.parties : parties,
                grounds.isEmpty() ? other.grounds : grounds,
                remediesSought.isEmpty() ? other.remediesSought : remediesSought,
                judges.isEmpty() ? other.judges : judges);
    }

    /** Whether it says all that the other one does, whatever else it says. */
    boolean says(Dispute told) {
        return equals(told.completedBy(this));
    }

    private boolean isNew(Party joined) {
        return parties.stream()
                .noneMatch(party -> party.company().equals(joined.company()) && party.role() == joined.role());
    }
}
