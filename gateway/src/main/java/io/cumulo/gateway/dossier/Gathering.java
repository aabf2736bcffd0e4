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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        Uni<Findings> told = together(Stream.concat(
                        Stream.of(section(question, Section.RELATIONSHIPS, path + "/")),
                        Section.OF_THE_FAMILY.stream().map(section -> section(question, section, path + "/family/")))
                .toList());
        Uni<WithFamily> wider = reader.list("family", services.companies(), path + "/family", "", question.deadline())
                .flatMap(family -> withFamily(question, family));
        return Uni.combine()
                .all()
                .unis(profile, told, wider)
                .with((body, facts, more) -> {
                    Findings all = facts.and(more.findings());
                    all.items().forEach(item -> explain(question, more.family(), item));
                    return new Parts(body, more.family(), all.items(), all.listings(), Map.of());
                })
                .flatMap(parts -> withOrders(question, parts));
    }

    /** A contract may have been suspended on the docket of a dispute that nobody of the family takes part in. */
    private Uni<Parts> withOrders(Question question, Parts parts) {
        boolean isNeeded = question.selection().needsOrders() && parts.areDocketsRead();
        Set<String> missing = isNeeded ? parts.orderRefs() : new HashSet<>();
        missing.removeAll(parts.docket().keySet());
        return together(missing.stream()
                        .limit(limits.dockets())
                        .map(ref -> order(question, ref))
                        .toList())
                .map(orders -> parts.with(orders.items(), orders.listings()));
    }

    private Uni<Findings> order(Question question, String ref) {
        return reader.read(services.disputes(), ref + "?" + question.clocks(), question.deadline())
                .map(entry -> new Findings(List.of(new Item(Section.DISPUTES, ref, entry)), List.of()))
                .onFailure(Unread.class)
                .recoverWithItem(
                        failure -> Findings.of(Listing.empty("docket", ref).brokenOffBy((Unread) failure)));
    }

    private record WithFamily(List<Member> family, Findings findings) {}

    private Uni<WithFamily> withFamily(Question question, Listing listing) {
        Listing asked = listing.cutTo(limits.familyMembers());
        String about = Question.about(Stream.concat(
                        Stream.of(question.company()), Member.in(asked).stream().map(Member::company))
                .toList());
        return together(Section.OF_SEVERAL.stream()
                        .map(section -> about(question, about, section))
                        .toList())
                .flatMap(findings -> withDisputedContracts(question, findings))
                .map(findings ->
                        new WithFamily(Member.in(listing), Findings.of(asked).and(findings)));
    }

    private Uni<Findings> section(Question question, Section section, String parent) {
        if (!question.selection().needs(section)) {
            return Uni.createFrom().item(Findings.none());
        }
        Service service = section.service(services);
        return reader.list(section.member(), service, parent + section.segment(), "", question.deadline())
                .map(listing -> Findings.of(section, listing));
    }

    private Uni<Findings> about(Question question, String about, Section section) {
        if (!question.selection().needs(section)) {
            return Uni.createFrom().item(Findings.none());
        }
        if (section == Section.DISPUTES && question.selection().needsDockets()) {
            return disputesWithDockets(question, about);
        }
        String filter = about + converted(question, section);
        Service service = section.service(services);
        return reader.list(section.member(), service, "/v1/" + section.segment(), filter, question.deadline())
                .map(listing -> Findings.of(section, listing));
    }

    /** Only what has amounts is also told in another currency. */
    private static String converted(Question question, Section section) {
        return section.hasAmounts()
                ? question.in()
                        .map(currency -> "&in=" + Deadline.encoded(currency))
                        .orElse("")
                : "";
    }

    /** Says why an item stands here that the company itself takes no part in. */
    private static void explain(Question question, List<Member> family, Item item) {
        List<String> participants = item.section().participants(item.body());
        if (!item.body().has("through") && !participants.contains(question.company())) {
            family.stream()
                    .filter(member -> participants.contains(member.company()))
                    .findFirst()
                    .ifPresent(member -> member.mark(item.body()));
        }
    }

    /** Disputes come with the beginnings of their dockets; those that are longer are read whole. */
    private Uni<Findings> disputesWithDockets(Question question, String about) {
        Section section = Section.DISPUTES;
        String firstPage = "limit=" + limits.dockets() + "&include=docket";
        return reader.list(
                        section.member(),
                        services.disputes(),
                        "/v1/" + section.segment(),
                        about,
                        firstPage,
                        question.deadline())
                .map(listing -> Findings.of(section, listing))
                .flatMap(disputes -> withDockets(question, disputes));
    }

    private Uni<Findings> withDockets(Question question, Findings disputes) {
        boolean isEach =
                disputes.items().stream().allMatch(dispute -> dispute.body().has("docket"));
        Findings untold = isEach
                ? Findings.none()
                : Findings.of(Listing.empty("docket", "/v1/disputes").withMore());
        List<Uni<Findings>> longer = disputes.items().stream()
                .filter(dispute -> dispute.body().remove("docketNext") != null)
                .map(dispute -> docket(question, dispute))
                .toList();
        return together(longer).map(dockets -> disputes.and(untold).and(dockets));
    }

    private Uni<Findings> docket(Question question, Item dispute) {
        return reader.list("docket", services.disputes(), dispute.ref() + "/docket", "", question.deadline())
                .invoke(listing -> {
                    if (listing.items().size() > dispute.body().path("docket").size()) {
                        dispute.body().putArray("docket").addAll(listing.items());
                    }
                })
                .map(Findings::of);
    }

    /** A contract stands beside the dispute about it, whoever of the family is its buyer or supplier, or nobody. */
    private Uni<Findings> withDisputedContracts(Question question, Findings findings) {
        Section section = Section.CONTRACTS;
        Map<String, Item> missing = new LinkedHashMap<>();
        findings.in(Section.DISPUTES)
                .filter(dispute -> dispute.body().path("contract").isTextual())
                .forEach(dispute ->
                        missing.putIfAbsent(dispute.body().path("contract").asText(), dispute));
        findings.in(section)
                .forEach(contract -> missing.remove(contract.body().path("id").asText()));
        if (missing.isEmpty() || !question.selection().needs(section)) {
            return Uni.createFrom().item(findings);
        }
        String keys = missing.keySet().stream()
                .limit(limits.dockets())
                .map(contract -> "id=" + Deadline.encoded(contract))
                .collect(Collectors.joining("&"));
        return reader.list(section.member(), services.disputes(), "/v1/" + section.segment(), keys, question.deadline())
                .invoke(listing -> listing.items().forEach(contract -> contract.putObject("through")
                        .set(
                                "dispute",
                                missing.get(contract.path("id").asText()).body().path("id"))))
                .map(listing -> findings.and(Findings.of(section, listing)));
    }

    private static Uni<Findings> together(List<Uni<Findings>> groups) {
        return groups.isEmpty()
                ? Uni.createFrom().item(Findings.none())
                : Uni.join().all(groups).andFailFast().map(Findings::all);
    }
}
