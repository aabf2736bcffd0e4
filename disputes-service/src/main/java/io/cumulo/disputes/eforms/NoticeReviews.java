package io.cumulo.disputes.eforms;

import io.cumulo.disputes.intake.DisputeFacts.ToldDispute;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The reviews that a notice tells of (BG-613 and below), each as a dispute before its review body; what else the notice tells isn't about disputes. */
final class NoticeReviews {

    private static final int MAX_REVIEWS = 200;

    private final XmlElement notice;
    private final List<Review> reviews;

    NoticeReviews(XmlElement notice) {
        this.notice = notice;
        Map<String, Organization> organizations = organizations();
        String id = id();
        List<XmlElement> told = new ArrayList<>();
        find(notice, "AppealInformation", told);
        if (told.size() > MAX_REVIEWS) {
            throw Problem.INVALID_BODY.because("A notice tells of at most " + MAX_REVIEWS + " reviews here");
        }
        this.reviews = told.stream()
                .map(review -> new Review(review, id, organizations))
                .toList();
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < reviews.size(); index++) {
            faults.addAll(reviews.get(index).faults("/AppealInformation/" + index));
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because("The reviews in the notice can't be read", faults);
        }
    }

    /**
     * An organization of the notice.
     *
     * @param registered what a register calls it
     */
    record Organization(String name, Optional<String> registered) {}

    private String id() {
        return notice.children("ID")
                .filter(id ->
                        id.attribute("schemeName").filter("notice-id"::equals).isPresent())
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> Problem.INVALID_BODY.because(
                        "The document is neither a notice nor a codelist",
                        List.of(Fault.at("/ID", "a notice has an id (BT-701)"))));
    }

    private Map<String, Organization> organizations() {
        List<XmlElement> companies = new ArrayList<>();
        find(notice, "Company", companies);
        Map<String, Organization> byId = new HashMap<>();
        companies.forEach(company -> company.textAt("PartyIdentification", "ID")
                .ifPresent(id -> byId.put(
                        id,
                        new Organization(
                                company.textAt("PartyName", "Name").orElse(id),
                                company.textAt("PartyLegalEntity", "CompanyID")))));
        return byId;
    }

    private static void find(XmlElement element, String name, List<XmlElement> found) {
        if (element.name().equals(name)) {
            found.add(element);
        } else {
            element.children().forEach(child -> find(child, name, found));
        }
    }

    List<ToldDispute> disputes() {
        return reviews.stream().map(Review::told).toList();
    }

    List<String> unmapped() {
        TreeSet<String> paths = new TreeSet<>();
        reviews.forEach(review -> paths.addAll(review.unmapped()));
        notice.children().stream()
                .map(XmlElement::name)
                .filter(name -> name.startsWith("Procurement"))
                .forEach(paths::add);
        return List.copyOf(paths);
    }
}
