package io.cumulo.companies.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/**
 * What the service is and where its parts are: the service manifest of the W3C Reconciliation Service API 0.2, section 3.
 *
 * @param identifierSpace what an entity's id is relative to
 * @param schemaSpace what the ids of types and properties are relative to
 * @param batchSize most queries in one batch
 */
record Manifest(
        List<String> versions,
        String name,
        String identifierSpace,
        String schemaSpace,
        List<Named> defaultTypes,
        String documentation,
        View view,
        Preview preview,
        Suggest suggest,
        Extend extend,
        int batchSize) {

    record View(String url) {}

    record Preview(String url, int width, int height) {}

    record Suggest(Part entity, Part type, Part property) {}

    record Extend(
            @JsonProperty("propose_properties") Part proposeProperties,
            @JsonProperty("property_settings") List<String> propertySettings) {}

    record Part(
            @JsonProperty("service_url") String serviceUrl,
            @JsonProperty("service_path") String servicePath,

            @JsonProperty("flyout_service_path") @JsonInclude(JsonInclude.Include.NON_NULL)
            String flyoutServicePath) {}

    /** As seen from the address that the client used. */
    static Manifest at(URI base) {
        String root = base.toString().replaceAll("/$", "");
        String service = root + "/v1/reconcile";
        return new Manifest(
                List.of("0.2"),
                "Cumulo: companies of the cloud industry",
                root + "/v1/companies/",
                root + "/v1/reconcile/properties#",
                List.of(CompanyType.ANY.named()),
                root + "/openapi",
                new View(root + "/v1/companies/{{id}}"),
                new Preview(service + "/preview/{{id}}", 430, 250),
                new Suggest(part(service, "entity"), part(service, "type"), part(service, "property")),
                new Extend(new Part(service, "/properties", null), List.of()),
                Queries.MAX_BATCH);
    }

    private static Part part(String service, String of) {
        return new Part(service, "/suggest/" + of, "/flyout/" + of + "?id=${id}");
    }
}
