package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.Identifier;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.LeavesUnknownAside;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person is shown of a candidate before choosing it: W3C Reconciliation Service API 0.2, sections 5 and 6. */
@Path("/v1/reconcile")
@LeavesUnknownAside
@Produces({MediaType.APPLICATION_JSON, Scripted.TYPE})
@Tag(name = "Reconciliation")
public class PreviewResource {

    /** The page is shown inside the client's own; it loads nothing and runs nothing. */
    private static final String FRAMED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *";

    private final Profiles profiles;
    private final Scripted scripted;

    PreviewResource(Profiles profiles, Scripted scripted) {
        this.profiles = profiles;
        this.scripted = scripted;
    }

    @CheckedTemplate(basePath = "reconcile")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance preview(Profile profile, String type, List<Identifier> identifiers);

        static native TemplateInstance flyout(String name, String description);
    }

    record Flyout(String id, String html) {}

    @GET
    @Path("preview/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "A small page about a company")
    public Uni<Response> preview(@PathParam("id") String id, @BeanParam Clocks clocks) {
        return company(id, clocks.moment())
                .map(Fact::body)
                .flatMap(profile -> Templates.preview(
                                profile, CompanyType.of(profile.kind()).get(0).name(), profile.identifiers())
                        .createUni())
                .map(html -> Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .header("Content-Security-Policy", FRAMED)
                        .build());
    }

    @GET
    @Path("flyout/entity")
    @APIResponse(responseCode = "404")
    @Operation(summary = "A line about a company, as HTML in JSON")
    public Uni<Response> entity(
            @QueryParam("id") @Parameter(description = "Key of what is described.") String id,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback,
            @BeanParam Clocks clocks) {
        return company(id, clocks.moment())
                .map(Fact::body)
                .flatMap(profile -> flyout(id, profile.legalName(), Description.of(profile), callback));
    }

    @GET
    @Path("flyout/type")
    @APIResponse(responseCode = "404")
    @Operation(summary = "A line about a type, as HTML in JSON")
    public Uni<Response> type(
            @QueryParam("id") @Parameter(description = "Key of what is described.") String id,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback) {
        Named type = CompanyType.of(asked(id)).map(CompanyType::named).orElseThrow(() -> unknown(id));
        return flyout(id, type.name(), "", callback);
    }

    @GET
    @Path("flyout/property")
    @APIResponse(responseCode = "404")
    @Operation(summary = "A line about a property, as HTML in JSON")
    public Uni<Response> property(
            @QueryParam("id") @Parameter(description = "Key of what is described.") String id,
            @QueryParam("callback") @Parameter(description = "For clients that can only load scripts (JSONP).")
                    String callback) {
        Named property = Property.byId(asked(id)).map(Property::named).orElseThrow(() -> unknown(id));
        return flyout(id, property.name(), "", callback);
    }

    private Uni<Response> flyout(String id, String name, String description, String callback) {
        return Templates.flyout(name, description)
                .createUni()
                .map(html -> scripted.response(new Flyout(id, html), callback));
    }

    private Uni<Fact<Profile>> company(String id, Moment moment) {
        return Panache.withSession(() -> profiles.goingOn(List.of(asked(id)), moment))
                .map(known -> {
                    if (!known.containsKey(id)) {
                        throw unknown(id);
                    }
                    return known.get(id);
                });
    }

    private static String asked(String id) {
        return id == null ? "" : id;
    }

    private static RuntimeException unknown(String id) {
        return Problem.NOT_FOUND.because("Nothing with the id " + asked(id) + " is known here");
    }
}
