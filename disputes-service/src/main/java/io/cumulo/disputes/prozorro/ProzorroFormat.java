package io.cumulo.disputes.prozorro;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.DisputeFacts;
import io.cumulo.disputes.intake.DisputeFacts.ToldDispute;
import io.cumulo.disputes.intake.DisputeImportResource;
import io.cumulo.disputes.intake.Entries;
import io.cumulo.disputes.intake.JsonFiles;
import io.cumulo.disputes.intake.Organizations;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Complaints of Prozorro, the procurement system of Ukraine (API 2.5): answers of the API, with the complaint in {@code data}, or complaints alone. */
@ApplicationScoped
class ProzorroFormat implements ImportFormat {

    private static final JsonFiles.Shape FILES =
            new JsonFiles.Shape(Set.of("data"), Set.of("data", "complaintID"), Set.of("access"), true);

    private final DisputeFacts facts;
    private final Organizations organizations;

    ProzorroFormat(DisputeFacts facts, Organizations organizations) {
        this.facts = facts;
        this.organizations = organizations;
    }

    @Override
    public String path() {
        return DisputeImportResource.PATH;
    }

    @Override
    public String name() {
        return "prozorro";
    }

    @Override
    public EntryReader reader() {
        return new JsonFiles(FILES);
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        JsonNode entry = Entries.object(text);
        JsonNode printed = entry.path("data").isObject() ? entry.path("data") : entry;
        List<Fault> faults = ComplaintCheck.faults(printed);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because("The complaint can't be read", faults);
        }
        Complaint complaint = new Complaint(printed);
        return organizations
                .known(complaint.identifiers())
                .chain(known -> facts.takeIn(
                        new ToldDispute(
                                complaint.key(),
                                complaint.body(known),
                                complaint.litigants(),
                                ComplaintEntries.of(printed)),
                        editor))
                .map(news -> new Taken(news, complaint.unmapped()));
    }
}
