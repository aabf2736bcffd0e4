package io.cumulo.disputes.dispute;

import io.cumulo.kit.fact.FactVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A row of {@code dispute}. */
@Entity
@Table(name = "dispute")
class DisputeVersion extends FactVersion<Dispute> {

    @Embedded
    Dispute body;

    /** The parties' keys by themselves, for the lists of a company's disputes. */
    @Column(updatable = false)
    List<String> companies;

    /** The parties' keys with their roles, as {@code claimant amazon-web-services}. */
    @Column(updatable = false)
    List<String> partyRoles;

    /** The name of the forum as stated, for the lists of its disputes. */
    @Column(updatable = false)
    String forumName;

    @Override
    protected Dispute body() {
        return body;
    }

    @Override
    protected void body(Dispute body) {
        this.body = body;
        this.forumName = body.statedForum() == null ? null : body.statedForum().name();
        this.companies = body.parties().stream().map(Party::company).distinct().toList();
        this.partyRoles = body.parties().stream()
                .map(party -> party.role().word() + " " + party.company())
                .distinct()
                .toList();
    }
}
