package io.cumulo.disputes.eforms;

import io.cumulo.disputes.intake.DisputeFacts;
import io.cumulo.disputes.intake.DisputeImportResource;
import io.cumulo.disputes.vocabulary.TermResource;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.XmlElement;
import io.cumulo.kit.imports.XmlElements;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonBinder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Documents of eForms (docs.ted.europa.eu/eforms): notices, of which the reviews are disputes, and codelists in genericode, which are vocabularies. */
@ApplicationScoped
class EformsFormat implements ImportFormat {

    private final DisputeFacts facts;
    private final TermResource terms;
    private final JsonBinder binder;

    EformsFormat(DisputeFacts facts, TermResource terms, JsonBinder binder) {
        this.facts = facts;
        this.terms = terms;
        this.binder = binder;
    }

    @Override
    public String path() {
        return DisputeImportResource.PATH;
    }

    @Override
    public String name() {
        return "eforms";
    }

    @Override
    public EntryReader reader() {
        return XmlElements.whole();
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        XmlElement document = document(text);
        return document.name().equals("CodeList")
                ? codelist(new Codelist(document), editor)
                : notice(new NoticeReviews(document), editor);
    }

    private static XmlElement document(String text) {
        try {
            return XmlElement.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.MALFORMED_BODY.because("The document isn't well-formed XML: " + malformed.getMessage());
        }
    }

    private Uni<Taken> codelist(Codelist list, String editor) {
        return Multi.createFrom()
                .iterable(list.terms().entrySet())
                .onItem()
                .transformToUniAndConcatenate(term -> terms.takeIn(
                                list.name(),
                                term.getKey(),
                                term.getValue().toString().getBytes(StandardCharsets.UTF_8),
                                binder,
                                editor)
                        .map(written -> written.outcome() != Written.Outcome.UNCHANGED))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other))
                .map(changed -> new Taken(changed, List.of()));
    }

    private Uni<Taken> notice(NoticeReviews notice, String editor) {
        return Multi.createFrom()
                .iterable(notice.disputes())
                .onItem()
                .transformToUniAndConcatenate(dispute -> facts.takeIn(dispute, editor))
                .collect()
                .with(Collectors.reducing(false, (one, other) -> one || other))
                .map(changed -> new Taken(changed, notice.unmapped()));
    }
}
