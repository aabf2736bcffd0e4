package io.cumulo.gateway.document;

import io.cumulo.gateway.identity.ApiKey;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the gateway takes and says beside what a service does: API keys, and how much may still be asked. */
final class GatewayParts {

    private static final String API_KEY = "apiKey";

    /** Of the IETF's draft "RateLimit header fields for HTTP". */
    private static final Map<String, Header> LIMITS = Map.of(
            "RateLimit",
            header(
                    "What is left of the budget that the request was counted in (`r`), and in how many seconds it is whole again (`t`).",
                    "\"reading\";r=599;t=1"),
            "RateLimit-Policy",
            header("The budget: so many requests (`q`) in so many seconds (`w`).", "\"reading\";q=600;w=60"));

    private GatewayParts() {}

    static void addTo(OpenAPI api, List<Operation> operations) {
        api.getComponents()
                .addSecurityScheme(
                        API_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(ApiKey.HEADER)
                                .description(
                                        "A key of whoever runs the gateway, instead of a token. Who reads with one has a budget of his own."));
        LIMITS.forEach(api.getComponents()::addHeader);
        operations.forEach(GatewayParts::addTo);
    }

    private static void addTo(Operation operation) {
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(API_KEY));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null && (status.startsWith("2") || status.equals("429"))) {
                LIMITS.keySet()
                        .forEach(name -> response.addHeader(
                                name, OASFactory.createHeader().ref(name)));
            }
        });
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }
}
