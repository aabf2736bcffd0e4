package io.cumulo.disputes.usaspending;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.contract.KnownContracts;
import io.cumulo.disputes.intake.ContractFacts;
import io.cumulo.disputes.intake.ContractImportResource;
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

/** Answers of the USAspending API, version 2 (api.usaspending.gov): awards, contracts and indefinite delivery vehicles, and lists of their modifications. */
@ApplicationScoped
class UsaspendingFormat implements ImportFormat {

    private static final JsonFiles.Shape FILES =
            new JsonFiles.Shape(Set.of("results"), Set.of("piid", "generated_unique_award_id"), Set.of(), true);

    private final ContractFacts facts;
    private final KnownContracts contracts;
    private final Organizations organizations;

    UsaspendingFormat(ContractFacts facts, KnownContracts contracts, Organizations organizations) {
        this.facts = facts;
        this.contracts = contracts;
        this.organizations = organizations;
    }

    @Override
    public String path() {
        return ContractImportResource.PATH;
    }

    @Override
    public String name() {
        return "usaspending";
    }

    @Override
    public EntryReader reader() {
        return new JsonFiles(FILES);
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        JsonNode entry = Entries.object(text);
        return entry.has("modification_number") ? modification(entry, editor) : award(entry, editor);
    }

    private Uni<Taken> award(JsonNode entry, String editor) {
        List<Fault> faults = AwardCheck.faults(entry);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because("The award can't be read", faults);
        }
        UsaspendingAward award = new UsaspendingAward(entry);
        return organizations.known(award.identifiers()).chain(known -> contracts
                .require("", award.key())
                .chain(unknown -> facts.takeIn(award.key(), award.contract(known, !unknown.isEmpty()), editor))
                .chain(news -> facts.takeInParts(award.key(), award.parts(known), editor)
                        .map(more -> new Taken(news || more, award.unmapped()))));
    }

    private Uni<Taken> modification(JsonNode entry, String editor) {
        List<Fault> faults = AwardCheck.faultsOfModification(entry);
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because("The modification can't be read", faults);
        }
        Modification modification = new Modification(entry);
        return facts.takeInParts(modification.contract(), List.of(modification.part()), editor)
                .map(news -> new Taken(news, modification.unmapped()));
    }
}
