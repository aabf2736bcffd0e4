package io.cumulo.disputes.courtlistener;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.intake.DisputeFacts;
import io.cumulo.disputes.intake.DisputeFacts.ToldDispute;
import io.cumulo.disputes.intake.DisputeFacts.ToldEntry;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dockets of United States courts as PACER prints them, in the JSON of juriscraper and CourtListener (free.law): what is told of the case stands around its
 * docket's entries, each of which is taken by itself.
 */
@ApplicationScoped
class DocketFormat implements ImportFormat {

    private static final JsonFiles.Shape FILES =
            new JsonFiles.Shape(Set.of("docket_entries"), Set.of(), Set.of(), false);

    private final DisputeFacts facts;
    private final Organizations organizations;

    DocketFormat(DisputeFacts facts, Organizations organizations) {
        this.facts = facts;
        this.organizations = organizations;
    }

    @Override
    public String path() {
        return DisputeImportResource.PATH;
    }

    @Override
    public String name() {
        return "docket";
    }

    @Override
    public EntryReader reader() {
        return new JsonFiles(FILES);
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        return take(text, Optional.empty(), editor);
    }

    @Override
    public Uni<Taken> take(String text, Optional<String> around, String editor) {
        JsonNode entry = Entries.object(text);
        JsonNode head = around.isPresent() ? Entries.object(around.get()) : entry;
        DocketCase told = caseOf(head);
        List<ToldEntry> entries = new ArrayList<>();
        List<String> unmapped = new ArrayList<>();
        if (around.isPresent()) {
            PacerEntry printed = new PacerEntry(entry, told.caption());
            List<Fault> faults = printed.faults();
            if (!faults.isEmpty()) {
                throw Problem.INVALID_BODY.because("The entry can't be put on the docket", faults);
            }
            entries.add(new ToldEntry(printed.key(), printed.body()));
            unmapped.addAll(printed.unmapped());
        } else {
            unmapped.addAll(told.unmapped());
        }
        return organizations
                .known(told.forum().id().stream().toList())
                .chain(known ->
                        facts.takeIn(new ToldDispute(told.key(), told.body(known), told.litigants(), entries), editor))
                .map(news -> new Taken(news, unmapped));
    }

    private static DocketCase caseOf(JsonNode head) {
        DocketCase told = new DocketCase(head);
        List<Fault> faults = told.faults();
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because("What case the docket is of can't be told", faults);
        }
        return told;
    }
}
