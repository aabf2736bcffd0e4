package io.cumulo.investments.iati;

import io.cumulo.investments.company.CompanyDirectory;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.imports.XmlElements;
import io.cumulo.kit.neighbour.Bearers;
import io.cumulo.kit.neighbour.CompanyIdentifier;
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
    private static final int LONGEST_TOLD = 100;

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
        return bearers(reference.orElse(""))
                .invoke(bearers -> {
                    if (bearers.only().isEmpty() && isOwn) {
                        String reason = bearers.reason("the IATI identifier "
                                + reference.map(IatiFormat::shortened).orElse("(none)"));
                        throw Problem.INVALID_BODY.because(reason, List.of(Fault.at("/reporting-org", reason)));
                    }
                })
                .map(Bearers::only);
    }

    private static String shortened(String reference) {
        return reference.codePointCount(0, reference.length()) <= LONGEST_TOLD
                ? reference
                : reference.substring(0, reference.offsetByCodePoints(0, LONGEST_TOLD)) + "…";
    }

    /** By the reference itself, under the names that registers of organisations have for it. */
    private Uni<Bearers> bearers(String reference) {
        if (reference.startsWith(LEI)) {
            return companies.bearers(new CompanyIdentifier("lei", reference.substring(LEI.length())));
        }
        return companies
                .bearers(new CompanyIdentifier("iati", reference))
                .chain(found -> found.isNobody()
                        ? companies.bearers(new CompanyIdentifier("org-id", reference))
                        : Uni.createFrom().item(found));
    }
}
