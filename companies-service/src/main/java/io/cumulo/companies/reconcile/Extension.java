package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.profile.Profile;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns to add to a table (W3C Reconciliation Service API 0.2, section 7).
 *
 * @param ids the entities, one for each row
 * @param properties the columns
 */
record Extension(List<String> ids, List<Property> properties) {

    private static final int MAX_IDS = 500;

    /**
     * What is answered.
     *
     * @param meta the columns
     * @param rows for each entity, by property: its values; none for what isn't known
     */
    record Answer(List<Named> meta, Map<String, Map<String, List<JsonNode>>> rows) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it can't be understood */
    static Extension parse(ObjectMapper mapper, String json) {
        JsonNode request = Queries.object(mapper, "extend", json);
        List<Fault> faults = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        request.path("ids").forEach(id -> ids.add(id.asText()));
        if (ids.size() > MAX_IDS) {
            faults.add(Fault.parameter("extend", "at most " + MAX_IDS + " ids"));
        }
        List<Property> properties = new ArrayList<>();
        request.path("properties").forEach(property -> {
            String id = property.path("id").asText();
            Property.byId(id)
                    .ifPresentOrElse(properties::add, () -> faults.add(Fault.parameter("extend", "no property " + id)));
        });
        if (!faults.isEmpty()) {
            throw Queries.refused(faults);
        }
        return new Extension(List.copyOf(ids), List.copyOf(properties));
    }

    Answer answer(Map<String, Fact<Profile>> companies) {
        Map<String, Map<String, List<JsonNode>>> rows = new LinkedHashMap<>();
        ids.forEach(id -> rows.put(id, cells(Optional.ofNullable(companies.get(id)))));
        return new Answer(properties.stream().map(Property::named).toList(), rows);
    }

    private Map<String, List<JsonNode>> cells(Optional<Fact<Profile>> company) {
        Map<String, List<JsonNode>> cells = new LinkedHashMap<>();
        properties.forEach(property -> cells.put(
                property.named().id(),
                company.map(known -> property.cells(known.body())).orElse(List.of())));
        return cells;
    }
}
