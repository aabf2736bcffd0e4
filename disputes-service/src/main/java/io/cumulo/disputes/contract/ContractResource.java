package io.cumulo.disputes.contract;

import io.cumulo.disputes.company.CompanyKeys;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.RecordResource;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.stream.ListFormat;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public contracts. */
@Path("/v1/contracts")
@Tag(name = "Contracts")
public class ContractResource extends RecordResource<Contract, ContractVersion> {

    private final ContractView view;
    private final CompanyKeys keys;

    public ContractResource(Facts facts, ContractRules rules, ContractView view, CompanyKeys keys) {
        super(facts.endpoint(facts.life(new FactKind<>(
                "disputes.contract", ContractVersion.class, ContractVersion::new, Extent.TIMELINE, rules))));
        this.view = view;
        this.keys = keys;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The contracts as they were at a moment")
    public Uni<Response> list(@BeanParam ContractFilter filter, @BeanParam Clocks clocks, @BeanParam PageRequest page) {
        Moment moment = clocks.moment();
        return keys.keysOfEach(filter.companies(), moment)
                .chain(same -> list(filter.toFilter(same, moment), moment, page));
    }

    @Override
    protected Uni<List<ShownContract>> completed(List<Fact<Contract>> contracts, Moment moment) {
        return view.of(contracts, moment);
    }
}
