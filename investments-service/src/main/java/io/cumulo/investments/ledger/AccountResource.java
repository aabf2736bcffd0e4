package io.cumulo.investments.ledger;

import io.cumulo.investments.rates.ConvertedSum;
import io.cumulo.investments.rates.Exchange;
import io.cumulo.investments.rates.TargetCurrency;
import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.stream.ListFormat;
import io.cumulo.kit.stream.Lists;
import io.cumulo.kit.value.Money;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the journal adds up to. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class AccountResource {

    private final Balances balances;
    private final RecordClock clock;
    private final Lists lists;
    private final Exchange exchange;

    AccountResource(Balances balances, RecordClock clock, Lists lists, Exchange exchange) {
        this.balances = balances;
        this.clock = clock;
        this.lists = lists;
        this.exchange = exchange;
    }

    @GET
    @Path("accounts")
    @Produces({MediaType.APPLICATION_JSON, ListFormat.NDJSON_TYPE, ListFormat.CSV_TYPE})
    @Operation(summary = "The accounts by their paths, each with what stands on it alone at a moment")
    @APIResponseSchema(AccountBalances.class)
    public Uni<Response> accounts(
            @QueryParam("prefix")
                    @Parameter(
                            description = "Only this account and those below it.",
                            example = "commitments/amazon-2020")
                    String prefix,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        Optional<Account> above = Optional.ofNullable(prefix).map(AccountResource::parameter);
        String list = "accounts " + prefix;
        return lists.answer(list, clocks.moment(), page, (moment, after, limit) -> clock.settled(moment)
                .chain(settled ->
                        balances.page(above, after.map(cursor -> cursor.text(0)).orElse(""), settled, limit + 1))
                .map(found -> Page.cut(found, limit, last -> Cursor.of(list, last.account()))));
    }

    @GET
    @Path("accounts/{account: .+}/balance")
    @WithSession
    @Operation(summary = "What stands on an account, and on all below it, at a moment")
    public Uni<AccountBalances> balance(
            @PathParam("account") String path, @BeanParam TargetCurrency target, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        Account account = named(path);
        Optional<String> in = target.currency();
        return clock.settled(moment).chain(settled -> balances.of(account, settled)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problem.NOT_FOUND.because("Nothing was posted at " + path + " at that moment");
                    }
                })
                .chain(found -> converted(found, in, settled)
                        .map(sum -> new AccountBalances(path, moment.asOf(), found, sum.orElse(null)))));
    }

    /** A balance is what stands on its day, so it is converted at the rates of that day. */
    private Uni<Optional<ConvertedSum>> converted(List<Money> found, Optional<String> in, Moment moment) {
        return in.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : exchange.conversions(ConvertedSum.wanted(found, moment.asOf()), in.get(), moment)
                        .map(conversions -> Optional.of(ConvertedSum.of(found, moment.asOf(), in.get(), conversions)));
    }

    @GET
    @Path("trial-balance")
    @WithSession
    @Operation(summary = "In each currency: the balances above and below zero, which add up to zero")
    public Uni<TrialBalance> trialBalance(@BeanParam Clocks clocks) {
        return clock.settled(clocks.moment()).chain(balances::trial);
    }

    private static Account named(String path) {
        try {
            return new Account(path);
        } catch (IllegalArgumentException noPath) {
            throw Problem.NOT_FOUND.because("No account has such a path");
        }
    }

    private static Account parameter(String prefix) {
        try {
            return new Account(prefix);
        } catch (IllegalArgumentException noPath) {
            throw Problem.INVALID_PARAMETER.because(
                    "The accounts can't be listed so", List.of(Fault.parameter("prefix", noPath.getMessage())));
        }
    }
}
