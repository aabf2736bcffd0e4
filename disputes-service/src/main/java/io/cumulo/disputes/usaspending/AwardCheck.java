package io.cumulo.disputes.usaspending;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.Texts;
import io.cumulo.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with an award or a modification: everything at once. Null says that nothing is told. */
final class AwardCheck {

    private static final Set<String> CATEGORIES = Set.of("contract", "idv");
    private static final List<String> AMOUNTS = List.of(
            "total_obligation",
            "base_and_all_options",
            "base_exercised_options",
            "total_account_outlay",
            "total_outlay");

    private final List<Fault> faults = new ArrayList<>();

    private AwardCheck() {}

    static List<Fault> faults(JsonNode award) {
        AwardCheck check = new AwardCheck();
        check.text(award, "piid");
        check.text(award, "generated_unique_award_id");
        if (!CATEGORIES.contains(award.path("category").asText())) {
            check.wrong("/category", "must be contract or idv; grants and loans are no contracts");
        }
        check.day(award, "date_signed");
        AMOUNTS.forEach(amount -> check.amount(award, amount));
        check.object(award, "awarding_agency");
        check.object(award, "recipient");
        check.object(award, "period_of_performance");
        return check.faults;
    }

    static List<Fault> faultsOfModification(JsonNode modification) {
        AwardCheck check = new AwardCheck();
        check.text(modification, "id");
        check.text(modification, "modification_number");
        check.day(modification, "action_date");
        JsonNode amount = modification.path("federal_action_obligation");
        if (!amount.isMissingNode() && !amount.isNull() && !amount.isNumber()) {
            check.wrong("/federal_action_obligation", "must be a number");
        }
        if (check.faults.isEmpty()
                && Modification.contractOf(modification.path("id").asText()).isEmpty()) {
            check.wrong(
                    "/id",
                    "must be the id of a contract's transaction, as CONT_TX_8000_-NONE-_80GSFC18C0008_P00065_-NONE-_0");
        }
        return check.faults;
    }

    private void text(JsonNode parent, String member) {
        if (Texts.text(parent.path(member)).isEmpty()) {
            wrong("/" + member, "must be text");
        }
    }

    private void day(JsonNode parent, String member) {
        if (Entries.day(parent.path(member)).isEmpty()) {
            wrong("/" + member, "must be a date as 2020-01-01");
        }
    }

    private void amount(JsonNode parent, String member) {
        JsonNode amount = parent.path(member);
        boolean told = !amount.isMissingNode() && !amount.isNull();
        if (told && (!amount.isNumber() || amount.decimalValue().signum() < 0)) {
            wrong("/" + member, "must be a number that isn't below zero");
        }
    }

    private void object(JsonNode parent, String member) {
        JsonNode value = parent.path(member);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            wrong("/" + member, "must be an object");
        }
    }

    private void wrong(String pointer, String detail) {
        faults.add(Fault.at(pointer, detail));
    }
}
