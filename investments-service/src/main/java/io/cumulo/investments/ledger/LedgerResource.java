package io.cumulo.investments.ledger;

import io.cumulo.kit.clock.Clocks;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.clock.RecordClock;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Problem;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The journal and what it adds up to. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {

    private final Journal journal;
    private final Balances balances;
    private final RecordClock clock;

    LedgerResource(Journal journal, Balances balances, RecordClock clock) {
        this.journal = journal;
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * What stands on an account at a moment.
     *
     * @param account its path
     * @param asOf the day it was asked for
     * @param balances one for each currency, of the account and all below it
     */
    public record AccountBalance(String account, LocalDate asOf, List<Money> balances) {}

    @GET
    @Path("transactions")
    @WithSession
    @Operation(
            summary = "The transactions that were known and had taken effect at a moment, in the order of their making")
    public Uni<Page<Transaction>> transactions(
            @QueryParam("commitment") @Parameter(description = "Only those that move this commitment's money.")
                    String commitment,
            @BeanParam Clocks clocks,
            @BeanParam PageRequest page) {
        String list = "transactions " + commitment;
        Optional<Cursor> after = page.cursor(list);
        int limit = page.limit();
        return settled(clocks, moment -> journal.list(Optional.ofNullable(commitment), moment, after, limit + 1))
                .map(found -> Page.cut(found, limit, last -> Cursor.of(list, last.id())));
    }

    @GET
    @Path("transactions/{transaction}")
    @WithSession
    @Operation(summary = "One transaction with its postings")
    public Uni<Transaction> transaction(@PathParam("transaction") String id, @BeanParam Clocks clocks) {
        return settled(clocks, moment -> journal.find(id, moment))
                .map(found -> found.orElseThrow(nothing("No transaction " + id + " was recorded at that moment")));
    }

    @GET
    @Path("accounts/{account: .+}/balance")
    @WithSession
    @Operation(summary = "What stands on an account, and on all below it, at a moment")
    public Uni<AccountBalance> balance(@PathParam("account") String path, @BeanParam Clocks clocks) {
        Moment moment = clocks.moment();
        return clock.settled(moment)
                .chain(settled -> balances.of(account(path), settled))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw nothing("Nothing was posted at " + path + " at that moment")
                                .get();
                    }
                    return new AccountBalance(path, moment.asOf(), found);
                });
    }

    @GET
    @Path("trial-balance")
    @WithSession
    @Operation(summary = "In each currency: the accounts' balances above and below zero, which add up to zero")
    public Uni<TrialBalance> trialBalance(@BeanParam Clocks clocks) {
        return settled(clocks, balances::trial);
    }

    private <T> Uni<T> settled(Clocks clocks, java.util.function.Function<Moment, Uni<? extends T>> read) {
        return clock.settled(clocks.moment()).chain(read);
    }

    private static Account account(String path) {
        try {
            return new Account(path);
        } catch (IllegalArgumentException noPath) {
            throw nothing("No account has such a path").get();
        }
    }

    private static Supplier<RuntimeException> nothing(String detail) {
        return () -> Problem.NOT_FOUND.because(detail);
    }
}
