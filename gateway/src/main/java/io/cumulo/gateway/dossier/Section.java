package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lists of a dossier. */
enum Section {
    ROLES(Services::companies, "roles", "roles", "company"),
    STATEMENTS(Services::companies, "statements", "statements", "company"),
    RELATIONSHIPS(Services::companies, "relationships", "relationships"),
    MARKET_POSITIONS(Services::companies, "marketPositions", "market-positions", "company"),
    EVENTS(Services::companies, "events", "events", "company"),
    COMMITMENTS(Services::investments, "commitments", "commitments", "company"),
    SPENDING(Services::investments, "spending", "spending", "company"),
    CLAIMS(Services::investments, "claims", "claims", "companies"),
    CONTRACTS(Services::disputes, "contracts", "contracts", "buyer", "suppliers"),
    DISPUTES(Services::disputes, "disputes", "disputes", "parties", "forum");

    /** What the companies service lists for a company and its family together. */
    static final List<Section> OF_THE_FAMILY = List.of(ROLES, STATEMENTS, MARKET_POSITIONS, EVENTS);

    /** What the two other services list for whichever companies are asked about. */
    static final List<Section> OF_SEVERAL = List.of(COMMITMENTS, SPENDING, CLAIMS, CONTRACTS, DISPUTES);

    private final Function<Services, Service> keeper;
    private final String member;
    private final String segment;
    private final List<String> participants;

    Section(Function<Services, Service> keeper, String member, String segment, String... participants) {
        this.keeper = keeper;
        this.member = member;
        this.segment = segment;
        this.participants = List.of(participants);
    }

    /** The service that keeps the list. */
    Service service(Services services) {
        return keeper.apply(services);
    }

    /** Name of the member of the dossier, and of the part in {@code incomplete}. */
    String member() {
        return member;
    }

    /** Last segment of the list's path. */
    String segment() {
        return segment;
    }

    /** Whether its items have amounts that the service tells in another currency too. */
    boolean hasAmounts() {
        return this == COMMITMENTS || this == SPENDING;
    }

    /**
     * The path of an item at this API. What is told of a member of the family stands below that member; what was reported to have been spent has no name
     * of its own, and is found by its company and year.
     */
    String ref(String listPath, JsonNode item) {
        if (this == SPENDING) {
            return listPath + "?company=" + item.path("company").asText() + "&year="
                    + item.path("year").asText();
        }
        String list = OF_THE_FAMILY.contains(this)
                ? "/v1/companies/" + item.path("company").asText() + "/" + segment
                : listPath;
        return list + "/" + item.path("id").asText();
    }

    /** The companies that take part in an item, where one item may concern several. */
    List<String> participants(JsonNode item) {
        return participants.stream()
                .map(item::path)
                .flatMap(named -> named.isArray() ? StreamSupport.stream(named.spliterator(), false) : Stream.of(named))
                .map(named -> named.isObject() ? named.path("company") : named)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
