package io.cumulo.gateway.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.gateway.reading.Deadline;
import io.cumulo.gateway.reading.Listing;
import io.cumulo.gateway.reading.ServiceReader;
import io.cumulo.gateway.reading.Unread;
import io.cumulo.gateway.upstream.Service;
import io.cumulo.gateway.upstream.Services;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the three services for everything about a company and its family: all that doesn't wait for another answer at the same time. */
@ApplicationScoped
public class Gathering {

    private final ServiceReader reader;
    private final Services services;
    private final DossierLimits limits;

    Gathering(ServiceReader reader, Services services, DossierLimits limits) {
        this.reader = reader;
        this.services = services;
        this.limits = limits;
    }

    /**
     * What the services would answer from now: as long as it is the same, so is the dossier. Empty when one of them doesn't say.
     */
    Uni<Optional<String>> snapshot(Question question) {
        Deadline soon = question.deadline().within(limits.snapshotWithin());
        List<Uni<String>> snapshots = asked(question)
                .map(service -> reader.read(service, "/v1/snapshot", soon)
                        .map(body -> body.path("snapshot").asText()))
                .toList();
        return Uni.join()
                .all(snapshots)
                .andFailFast()
                .map(all -> Optional.of(all)
                        .filter(said -> said.stream().noneMatch(String::isEmpty))
                        .map(said -> String.join("\n", said)))
                .onFailure(Unread.class)
                .recoverWithItem(Optional.empty());
    }

    private Stream<Service> asked(Question question) {
        return Stream.concat(
                        Stream.of(services.companies()),
                        Arrays.stream(Section.values())
                                .filter(question.selection()::needs)
                                .map(section -> section.service(services)))
                .distinct();
    }

    /** Fails with {@link Unread} when the profile can't be read; whatever else is missing is told in the parts. */
    Uni<Parts> gather(Question question) {
        String path = "/v1/companies/" + question.company();
        Uni<ObjectNode> profile =
                reader.read(services.companies(), path + "?" + question.clocks(), question.deadline());
        Uni<Findings> own = facts(question, question.company(), Section.OF_THE_COMPANY);
        Uni<WithFamily> wider = reader.listUnpaged(
                        "family", services.companies(), path + "/family", question.deadline())
                .map(family -> family.cutTo(limits.familyMembers()))
                .flatMap(family -> withFamily(question, family));
        return Uni.combine().all().unis(profile, own, wider).with((body, facts, more) -> {
            Findings all = facts.and(more.findings());
            return new Parts(body, more.family(), all.items(), all.listings());
        });
    }

    private record WithFamily(List<Member> family, Findings findings) {}

    private Uni<WithFamily> withFamily(Question question, Listing listing) {
        List<Member> family = Member.in(listing);
        Stream<Uni<Findings>> shared = Stream.of(
                about(question, family, Section.COMMITMENTS),
                about(question, family, Section.SPENDING),
                about(question, family, Section.CLAIMS),
                about(question, family, Section.CONTRACTS),
                about(question, family, Section.DISPUTES)
                        .flatMap(disputes -> question.selection().needsDockets()
                                ? withDockets(question, disputes)
                                : Uni.createFrom().item(disputes)));
        Stream<Uni<Findings>> each = family.stream().map(member -> factsOf(question, member));
        return together(Stream.concat(shared, each).toList())
                .flatMap(findings -> withDisputedContracts(question, findings))
                .map(findings -> new WithFamily(family, Findings.of(listing).and(findings)));
    }

    private Uni<Findings> facts(Question question, String company, List<Section> sections) {
        return together(sections.stream()
                .filter(question.selection()::needs)
                .map(section -> section(question, section, "/v1/companies/" + company + "/", ""))
                .toList());
    }

    private Uni<Findings> factsOf(Question question, Member member) {
        return facts(question, member.company(), Section.OF_EACH_MEMBER)
                .invoke(findings -> findings.items().forEach(item -> member.mark(item.body())));
    }

    private Uni<Findings> about(Question question, List<Member> family, Section section) {
        if (!question.selection().needs(section)) {
            return Uni.createFrom().item(Findings.none());
        }
        List<String> companies = Stream.concat(
                        Stream.of(question.company()), family.stream().map(Member::company))
                .toList();
        return section(question, section, "/v1/", Question.about(companies) + converted(question, section))
                .invoke(findings -> findings.items().forEach(item -> explain(question, family, item)));
    }

    /** Only what has amounts is also told in another currency. */
    private static String converted(Question question, Section section) {
        return section.hasAmounts()
                ? question.in()
                        .map(currency -> "&in=" + Deadline.encoded(currency))
                        .orElse("")
                : "";
    }

    private Uni<Findings> section(Question question, Section section, String parent, String filter) {
        Service service = section.service(services);
        return reader.list(section.member(), service, parent + section.segment(), filter, question.deadline())
                .map(listing -> Findings.of(section, listing));
    }

    /** What the company itself takes part in needs no explanation. */
    private static void explain(Question question, List<Member> family, Item item) {
        List<String> participants = item.section().participants(item.body());
        if (!participants.contains(question.company())) {
            family.stream()
                    .filter(member -> participants.contains(member.company()))
                    .findFirst()
                    .ifPresent(member -> member.mark(item.body()));
        }
    }

    private Uni<Findings> withDockets(Question question, Findings disputes) {
        List<Item> asked = disputes.items().stream().limit(limits.dockets()).toList();
        Findings unasked = asked.size() == disputes.items().size()
                ? Findings.none()
                : Findings.of(Listing.empty("docket", "/v1/disputes").withMore());
        return together(asked.stream().map(dispute -> docket(question, dispute)).toList())
                .map(dockets -> disputes.and(unasked).and(dockets));
    }

    private Uni<Findings> docket(Question question, Item dispute) {
        return reader.list("docket", services.disputes(), dispute.ref() + "/docket", "", question.deadline())
                .invoke(listing -> dispute.body().putArray("docket").addAll(listing.items()))
                .map(Findings::of);
    }

    /** A contract stands beside the dispute about it, whoever of the family is its buyer or supplier, or nobody. */
    private Uni<Findings> withDisputedContracts(Question question, Findings findings) {
        if (!question.selection().needs(Section.CONTRACTS)) {
            return Uni.createFrom().item(findings);
        }
        Set<String> listed = findings.refs(Section.CONTRACTS);
        Map<String, Item> missing = new LinkedHashMap<>();
        findings.in(Section.DISPUTES)
                .filter(dispute -> dispute.body().path("contract").isTextual())
                .forEach(dispute -> missing.putIfAbsent(
                        "/v1/contracts/" + dispute.body().path("contract").asText(), dispute));
        missing.keySet().removeAll(listed);
        return together(missing.entrySet().stream()
                        .limit(limits.dockets())
                        .map(contract -> disputedContract(question, contract.getKey(), contract.getValue()))
                        .toList())
                .map(findings::and);
    }

    private Uni<Findings> disputedContract(Question question, String path, Item dispute) {
        return reader.read(services.disputes(), path + "?" + question.clocks(), question.deadline())
                .invoke(contract -> contract.putObject("through")
                        .put("dispute", dispute.body().path("id").asText()))
                .map(contract -> Findings.of(new Item(Section.CONTRACTS, path, contract)))
                .onFailure(Unread.class)
                .recoverWithItem(failure -> unlessUnknown(path, (Unread) failure));
    }

    /** What isn't recorded at the moment isn't missing. */
    private static Findings unlessUnknown(String path, Unread failure) {
        return failure.reason() == Unread.Reason.NOT_FOUND
                ? Findings.none()
                : Findings.of(Listing.empty(Section.CONTRACTS.member(), path).brokenOffBy(failure));
    }

    private static Uni<Findings> together(List<Uni<Findings>> groups) {
        return groups.isEmpty()
                ? Uni.createFrom().item(Findings.none())
                : Uni.join().all(groups).andFailFast().map(Findings::all);
    }
}
