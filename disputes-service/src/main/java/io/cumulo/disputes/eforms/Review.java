package io.cumulo.disputes.eforms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.eforms.NoticeReviews.Organization;
import io.cumulo.disputes.intake.DisputeFacts.ToldDispute;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Forum;
import io.cumulo.disputes.intake.Keys;
import io.cumulo.disputes.intake.OrganizationId;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.value.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A review request or the decision on one, as a notice tells it. */
final class Review {

    private static final Set<String> UNMAPPED =
            Set.of("FeeAmount", "PreviousAppealID", "AppealedItem", "AppealPaymentParty");

    private final XmlElement review;
    private final String notice;
    private final Map<String, Organization> organizations;

    Review(XmlElement review, String notice, Map<String, Organization> organizations) {
        this.review = review;
        this.notice = notice;
        this.organizations = organizations;
    }

    List<Fault> faults(String pointer) {
        List<Fault> faults = new ArrayList<>();
        if (text("ID").isEmpty()) {
            faults.add(Fault.at(pointer + "/ID", "is required (BT-804)"));
        }
        if (date("Date").isEmpty()) {
            faults.add(Fault.at(pointer + "/Date", "must be a date as 2023-03-20+01:00 (BT-787)"));
        }
        if (!Set.of("req", "dec").contains(text("AppealStageCode").orElse(""))) {
            faults.add(Fault.at(pointer + "/AppealStageCode", "must be req or dec (BT-783)"));
        }
        if (body().isEmpty()) {
            faults.add(
                    Fault.at(pointer + "/AppealProcessingParty", "must name an organization of the notice (BT-807)"));
        }
        if (isWithdrawn() && date("WithdrawnAppealDate").isEmpty()) {
            faults.add(Fault.at(
                    pointer + "/WithdrawnAppealDate", "must be a date where the request is withdrawn (BT-797)"));
        }
        return faults;
    }

    private Optional<Organization> body() {
        return review.textAt("AppealProcessingParty", "Party", "PartyIdentification", "ID")
                .map(organizations::get);
    }

    ToldDispute told() {
        return new ToldDispute(
                Keys.of(("eforms-" + notice + "-" + text("ID").orElseThrow()).toLowerCase(Locale.ROOT)),
                dispute(),
                litigants(),
                new ReviewEntries(this).told());
    }

    private ObjectNode dispute() {
        ObjectNode dispute = JsonNodeFactory.instance.objectNode();
        dispute.put("title", Texts.cut(title(), 500));
        dispute.put("kind", "complaint");
        Organization body = body().orElseThrow();
        new Forum(body.name(), body.registered().map(number -> new OrganizationId("", number)))
                .putInto(dispute, Map.of());
        text("AppealID").ifPresent(number -> dispute.put("docketNumber", Texts.cut(number, 100)));
        ArrayNode remedies = dispute.putArray("remediesSought");
        if (isRequest()) {
            codes("AppealRemedy", "RemedyTypeCode").forEach(remedies::add);
        }
        dispute.putArray("sources").add(source());
        return dispute;
    }

    private Map<String, ObjectNode> litigants() {
        Map<String, ObjectNode> litigants = new LinkedHashMap<>();
        review.all("AppealingParty", "Party", "PartyIdentification", "ID")
                .map(XmlElement::text)
                .forEach(id -> {
                    Organization organization = organizations.get(id);
                    if (organization != null) {
                        ObjectNode litigant = JsonNodeFactory.instance.objectNode();
                        litigant.put("name", Texts.cut(organization.name(), 1000));
                        litigant.put("role", "review requester");
                        organization.registered().ifPresent(number -> litigant.putObject("identifier")
                                .put("id", Texts.cut(number, 300)));
                        ArrayNode alleges = litigant.putArray("alleges");
                        codes("AppealIrregularity", "IrregularityTypeCode").forEach(alleges::add);
                        litigant.putArray("sources").add(source());
                        litigants.put(Keys.of(id.toLowerCase(Locale.ROOT)), litigant);
                    }
                });
        return litigants;
    }

    ObjectNode source() {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("publisher", "Publications Office of the European Union");
        source.put(
                "title", Texts.cut("Notice " + notice + ", review " + text("ID").orElseThrow(), 500));
        return source.put(
                "quote",
                Texts.cut(
                        title() + text("Description").map(words -> ": " + words).orElse(""), 4000));
    }

    String title() {
        return text("Title").or(() -> text("AppealID")).orElseGet(() -> text("ID")
                .orElseThrow());
    }

    boolean isRequest() {
        return text("AppealStageCode").filter("req"::equals).isPresent();
    }

    boolean isWithdrawn() {
        return text("WithdrawnAppealIndicator").filter("true"::equals).isPresent();
    }

    Optional<String> text(String... path) {
        return review.textAt(path);
    }

    Optional<PartialDate> date(String member) {
        return text(member).flatMap(date -> Entries.day(JsonNodeFactory.instance.textNode(date)));
    }

    List<String> codes(String... path) {
        return review.all(path)
                .map(XmlElement::text)
                .filter(code -> !code.isEmpty())
                .limit(100)
                .map(code -> Texts.cut(code, 200))
                .collect(Collectors.toList());
    }

    Optional<String> remedyValue() {
        return review.at("AppealRemedyValue")
                .map(value -> (value.attribute("currencyID").orElse("") + " " + value.text()).strip());
    }

    List<String> unmapped() {
        return review.children().stream()
                .map(XmlElement::name)
                .filter(UNMAPPED::contains)
                .distinct()
                .map(name -> "AppealInformation/" + name)
                .toList();
    }
}
