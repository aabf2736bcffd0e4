package io.cumulo.companies.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.exchange.KnownIdentifiers.Meant;
import java.util.List;
import java.util.Optional;

/** What a file tells of a company. */
public interface ToldCompany {

    Meant meant();

    /**
     * The profile as a client would PUT it: what is known of the company stays, and what the file says comes beside.
     *
     * @param known the profile as it is answered; empty for a new company
     */
    ObjectNode body(Optional<JsonNode> known);

    /** What there is no place for, as paths of its members. */
    List<String> unmapped();
}
