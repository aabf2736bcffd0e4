package io.cumulo.disputes.contract;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Retraction;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.storage.UniqueIds;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public contracts. */
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractResource {

    private final FactEndpoint<Contract, ContractVersion> endpoint;
    private final ContractView view;

    public ContractResource(Facts facts, ContractRules rules, ContractView view) {
        this.endpoint = facts.endpoint(facts.life(new FactKind<>(
                "disputes.contract", ContractVersion.class, ContractVersion::new, Extent.TIMELINE, rules)));
        this.view = view;
    }

    @GET
    @Operation(operationId = "listContracts", summary = "The contracts as they were at a moment")
    public Uni<Response> list(@BeanParam ContractFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return endpoint.list(filter.toFilter(moment), moment, page, found -> view.of(found.items(), moment)
                .map(items -> new Page<>(items, found.next())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createContract", summary = "Records a contract under a key of the service's making")
    public Uni<Response> post(Asserted<Contract> contract) {
        String id = UniqueIds.next().toString();
        return endpoint.post(id, id, contract, written -> shown(written.fact(), today()));
    }

    @GET
    @Path("{contract}")
    @Operation(operationId = "getContract", summary = "A contract as it was at a moment")
    public Uni<Response> one(@PathParam("contract") String contract, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return endpoint.one(contract, contract, moment, fact -> shown(fact, moment));
    }

    @PUT
    @Path("{contract}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putContract",
            summary = "Records a contract, or a new version of it for its interval of valid time")
    public Uni<Response> put(@PathParam("contract") String contract, Asserted<Contract> asserted) {
        return endpoint.put(contract, contract, asserted, written -> shown(written.fact(), today()));
    }

    @GET
    @Path("{contract}/history")
    @Operation(operationId = "getContractHistory", summary = "Every version of a contract, and what each changed")
    public Uni<Response> history(@PathParam("contract") String contract, @BeanParam Clocks clocks) {
        return endpoint.history(contract, contract, clocks.moment());
    }

    @POST
    @Path("{contract}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "retractContract", summary = "Takes a contract back; it stays readable")
    public Uni<Response> retract(@PathParam("contract") String contract, Retraction retraction) {
        return endpoint.retract(contract, contract, retraction, written -> shown(written.fact(), today()));
    }

    private Uni<ShownContract> shown(Fact<Contract> contract, Moment moment) {
        return view.of(List.of(contract), moment).map(items -> items.get(0));
    }

    private static Moment today() {
        return Moment.of(LocalDate.now(ZoneOffset.UTC));
    }
}
