package io.cumulo.disputes.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import io.cumulo.disputes.company.KnownCompanies;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The termination of a contract: there is one at most. */
@Path("/v1/contracts/{contract}/termination")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class TerminationResource {

    static final String KEY = "termination";

    private static final Type ASSERTED = new TypeReference<Asserted<Termination>>() {}.getType();

    private final FactEndpoint<Termination, TerminationVersion> endpoint;

    public TerminationResource(Facts facts, KnownContracts contracts, KnownCompanies companies) {
        this.endpoint = facts.endpoint(facts.life(new FactKind<>(
                "disputes.termination",
                TerminationVersion.class,
                TerminationVersion::new,
                Extent.EPISODE,
                (contract, key, termination) -> contracts
                        .requireSubject(contract)
                        .chain(() -> companies.require(Map.of("/by", termination.by()))))));
    }

    /** Records what a file says, as a PUT would; within the current transaction. */
    public Uni<Written<Termination>> takeIn(String contract, byte[] body, JsonBinder binder, String editor) {
        return endpoint.takeIn(
                contract,
                KEY,
                List.of(binder.<Asserted<Termination>>bind(body, binder.typeOf(ASSERTED, getClass()))),
                editor);
    }

    @GET
    @Operation(summary = "The termination of a contract as it held at a moment")
    public Uni<Response> one(@PathParam("contract") String contract, @BeanParam Clocks clocks) {
        return endpoint.one(contract, KEY, clocks.moment());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records that a contract was terminated, or a new version of it")
    public Uni<Response> put(@PathParam("contract") String contract, Asserted<Termination> termination) {
        return endpoint.put(contract, KEY, termination);
    }

    @GET
    @Path("history")
    @Operation(summary = "Every version of a termination, and what each changed")
    public Uni<Response> history(@PathParam("contract") String contract, @BeanParam Clocks clocks) {
        return endpoint.history(contract, KEY, clocks.moment());
    }

    @POST
    @Path("retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a termination back; it stays readable")
    public Uni<Response> retract(@PathParam("contract") String contract, Retraction retraction) {
        return endpoint.retract(contract, KEY, retraction);
    }
}
