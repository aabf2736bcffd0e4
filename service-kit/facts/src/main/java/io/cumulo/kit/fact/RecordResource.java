package io.cumulo.kit.fact;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Facts that stand for themselves, below {@code /v1/<kind>}: a company, a contract, a claim. A kind's resource extends it, adds its path and its list, and
 * may complete its facts with what others say of them.
 *
 * @param <B> the kind's own members
 */
// Said again: what a class says of media types holds for the methods that stand in it, not for those of its subclasses.
@Produces(MediaType.APPLICATION_JSON)
public abstract class RecordResource<B extends FactBody, V extends FactVersion<B>> extends Records<B, V> {

    protected RecordResource(FactEndpoint<B, V> endpoint) {
        super(endpoint);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A fact as it holds at a moment")
    public Uni<Response> one(@PathParam("id") String id, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return one(id, moment, facts -> completed(facts, moment));
    }
}
