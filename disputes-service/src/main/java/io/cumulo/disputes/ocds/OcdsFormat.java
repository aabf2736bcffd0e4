package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.ContractImportResource;
import io.cumulo.disputes.intake.JsonFiles;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Releases and records of the Open Contracting Data Standard, 1.1, and 1.0 as far as it maps: each entry is one of them. */
@ApplicationScoped
class OcdsFormat implements ImportFormat {

    /** A release or record is known by its ocid; addresses of other packages, and what a record tells of its own, are no word about a package. */
    private static final JsonFiles.Shape FILES = new JsonFiles.Shape(
            Set.of("releases", "records"),
            Set.of("ocid"),
            Set.of("packages", "ocid", "compiledRelease", "versionedRelease"),
            true);

    private final Processes processes;

    OcdsFormat(Processes processes) {
        this.processes = processes;
    }

    @Override
    public String path() {
        return ContractImportResource.PATH;
    }

    @Override
    public String name() {
        return "ocds";
    }

    @Override
    public EntryReader reader() {
        return new JsonFiles(FILES);
    }

    /** A package may hold many releases of one contracting process. */
    @Override
    public Optional<String> about(String text) {
        return Optional.of(Ocds.tree(text).path("ocid").asText()).filter(ocid -> !ocid.isEmpty());
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        return take(text, Optional.empty(), editor);
    }

    @Override
    public Uni<Taken> take(String text, Optional<String> around, String editor) {
        RecordEntry entry = RecordEntry.of(Ocds.tree(text));
        List<Fault> faults = new ArrayList<>();
        entry.releases().forEach((pointer, release) -> ReleaseCheck.faults(release)
                .forEach(fault -> faults.add(Fault.at(pointer + fault.pointer(), fault.detail()))));
        if (!faults.isEmpty()) {
            throw Problem.INVALID_BODY.because(
                    faults.size() == 1
                            ? "1 member isn't as the standard wants it"
                            : faults.size() + " members aren't as the standard wants them",
                    faults);
        }
        List<Release> releases = entry.releases().values().stream()
                .map(release -> ReleaseIntake.of((ObjectNode) release, around))
                .toList();
        return Multi.createFrom()
                .iterable(releases.stream()
                        .collect(Collectors.groupingBy(Release::ocid, TreeMap::new, Collectors.toList()))
                        .entrySet())
                .onItem()
                .transformToUniAndConcatenate(process -> processes.take(process.getKey(), process.getValue(), editor))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other))
                .map(changed -> new Taken(changed, unmapped(entry)));
    }

    private static List<String> unmapped(RecordEntry entry) {
        List<String> paths = new ArrayList<>(entry.unmapped());
        entry.releases().values().stream()
                .flatMap(release -> Unmapped.paths(release).stream())
                .distinct()
                .forEach(paths::add);
        return paths;
    }
}
