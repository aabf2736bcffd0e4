package io.cumulo.disputes.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the view {@code contract_text}: the words of a version of a contract, to be searched and never read. */
@Entity
@Immutable
@Table(name = "contract_text")
class ContractText {

    @Id
    UUID id;

    String search;
}
