package io.cumulo.investments.iati;

import io.cumulo.investments.company.CompanyDirectory;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.imports.XmlElements;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IATI activities: what their publishers promise and spend. Budgets, plans and what comes in are no commitments, and are counted. */
@ApplicationScoped
class IatiFormat implements ImportFormat {

    private static final String LEI = "XI-LEI-";

    private final CompanyDirectory companies;
    private final ActivityBook book;

    IatiFormat(CompanyDirectory companies, ActivityBook book) {
        this.companies = companies;
        this.book = book;
    }

    @Override
    public String path() {
        return CommitmentImportResource.PATH;
    }

    @Override
    public String name() {
        return "iati";
    }

    @Override
    public EntryReader reader() {
        return XmlElements.named("iati-activity");
    }

    /** An activity locks the accounts that it moves before it takes record time. */
    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        IatiActivity activity = IatiActivity.of(XmlElement.parse(text));
        List<String> unmapped = new ArrayList<>(activity.unmapped());
        activity.transactions().stream()
                .filter(transaction -> !transaction.type().isCommitment()
                        && transaction.amount().amount().signum() < 0)
                .forEach(refund -> unmapped.add("transaction/refund"));
        return givers(activity, unmapped)
                .map(givers -> Commitments.of(activity, givers))
                .invoke(IatiFormat::requirePledges)
                .chain(promises -> book.record(activity, promises, editor))
                .map(changed -> new Taken(changed, unmapped));
    }

    private static void requirePledges(List<Commitments.Promise> promises) {
        List<Fault> faults = promises.stream()
                .filter(promise -> promise.first().amount().amount().signum() <= 0)
                .map(promise -> Fault.at(
                        "/transaction",
                        "the first commitment, of " + promise.first().on()
                                + ", is below zero: nothing was promised before"))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    "The activity can't be taken: " + faults.get(0).detail(), faults);
        }
    }

    /** The company behind each promise. Without a provider an outgoing commitment is the publisher's own; an incoming one is nobody's we know. */
    private Uni<Map<IatiTransaction, String>> givers(IatiActivity activity, List<String> unmapped) {
        Map<IatiTransaction, String> givers = new HashMap<>();
        return Multi.createFrom()
                .iterable(activity.transactions().stream()
                        .filter(transaction -> transaction.type().isCommitment())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(promise -> giver(activity, promise)
                        .invoke(company -> company.ifPresentOrElse(
                                key -> givers.put(promise, key), () -> unmapped.add("transaction/11"))))
                .collect()
                .asList()
                .replaceWith(givers);
    }

    private Uni<Optional<String>> giver(IatiActivity activity, IatiTransaction promise) {
        boolean isOwn = promise.type() == TransactionType.OUTGOING_COMMITMENT;
        Optional<String> reference = isOwn ? promise.provider().or(activity::publisher) : promise.provider();
        if (reference.isEmpty() && !isOwn) {
            return Uni.createFrom().item(Optional.empty());
        }
        return reference
                .map(this::company)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .invoke(company -> {
                    if (company.isEmpty() && isOwn) {
                        throw Problem.INVALID_BODY.because(
                                "No company with the IATI identifier " + reference.orElse("(none)") + " is recorded",
                                List.of(Fault.at("/reporting-org", "no company is recorded with this identifier")));
                    }
                });
    }

    /** By the reference itself, under the names that registers of organisations have for it. */
    private Uni<Optional<String>> company(String reference) {
        if (reference.startsWith(LEI)) {
            return companies.company("lei", reference.substring(LEI.length()));
        }
        return companies
                .company("iati", reference)
                .chain(found ->
                        found.isPresent() ? Uni.createFrom().item(found) : companies.company("org-id", reference));
    }
}
