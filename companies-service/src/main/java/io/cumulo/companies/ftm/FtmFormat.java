package io.cumulo.companies.ftm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.exchange.CompanyFacts;
import io.cumulo.companies.exchange.CompanyFacts.PlacedFact;
import io.cumulo.companies.exchange.CompanyImportResource;
import io.cumulo.companies.exchange.KnownIdentifiers;
import io.cumulo.companies.exchange.ToldCompanies;
import io.cumulo.companies.profile.Profile;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.Lines;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonFault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * FollowTheMoney entities, one in each line: organizations, who owns them, who leads and works for them, who came after whom. Payments, addresses and the
 * like have no place here and are counted. What we exported ourselves, and have, changes nothing.
 */
@ApplicationScoped
class FtmFormat implements ImportFormat {

    private static final int MOST_PAIRS = 50;

    private final CompanyFacts facts;
    private final KnownIdentifiers known;
    private final ToldCompanies companies;
    private final FtmPeople people;
    private final ObjectMapper mapper;

    FtmFormat(
            CompanyFacts facts,
            KnownIdentifiers known,
            ToldCompanies companies,
            FtmPeople people,
            ObjectMapper mapper) {
        this.facts = facts;
        this.known = known;
        this.companies = companies;
        this.people = people;
        this.mapper = mapper;
    }

    @Override
    public String path() {
        return CompanyImportResource.PATH;
    }

    @Override
    public String name() {
        return "ftm";
    }

    @Override
    public EntryReader reader() {
        return new Lines();
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        FtmEntity entity = FtmEntity.of(tree(text));
        return isRecorded(entity)
                .chain(recorded ->
                        recorded ? Uni.createFrom().item(new Taken(false, List.of())) : takeIn(entity, editor));
    }

    /** Whether it is an entity of our own, of which the record tells more than an export, and more lately. */
    private Uni<Boolean> isRecorded(FtmEntity entity) {
        return OwnId.of(entity.id()).map(own -> facts.isRecorded(own.path())).orElseGet(() -> Uni.createFrom()
                .item(false));
    }

    private Uni<Taken> takeIn(FtmEntity entity, String editor) {
        if (entity.isOrganization()) {
            return companies.takeIn(new FtmOrganization(entity), editor);
        }
        if (entity.isPerson()) {
            return person(entity);
        }
        return FtmLink.of(entity).map(link -> link(link, entity, editor)).orElseGet(() -> Uni.createFrom()
                .item(new Taken(false, List.of(entity.schema()))));
    }

    @Override
    public int together() {
        return 100;
    }

    /** Organizations at once, as datasets have many of them one after the other. */
    @Override
    public Uni<List<Taken>> takeTogether(List<Piece> pieces, String editor) {
        List<FtmEntity> entities =
                pieces.stream().map(piece -> FtmEntity.of(tree(piece.text()))).toList();
        if (!entities.stream()
                .allMatch(entity ->
                        entity.isOrganization() && OwnId.of(entity.id()).isEmpty())) {
            return ImportFormat.super.takeTogether(pieces, editor);
        }
        List<FtmOrganization> organizations =
                entities.stream().map(FtmOrganization::new).toList();
        return companies.areApart(organizations)
                ? companies.takeIn(organizations, editor)
                : ImportFormat.super.takeTogether(pieces, editor);
    }

    /** No fact by itself: the name is kept for the roles that the dataset tells of. */
    private Uni<Taken> person(FtmEntity entity) {
        String name = entity.first("name").isEmpty() ? entity.caption() : entity.first("name");
        Taken counted = new Taken(false, List.of(entity.schema()));
        return name.isEmpty()
                ? Uni.createFrom().item(counted)
                : people.remember(entity.id(), name).replaceWith(counted);
    }

    /** A fact for each pair of what it links: datasets that were merged have several. */
    private Uni<Taken> link(FtmLink link, FtmEntity entity, String editor) {
        List<String> subjects = link.subjects(entity);
        List<String> others = link.others(entity);
        int pairs = subjects.size() * others.size();
        if (pairs == 0 || pairs > MOST_PAIRS) {
            throw Problem.INVALID_BODY.because(
                    "The " + entity.schema() + " links " + subjects.size() + " and " + others.size()
                            + " entities; at least one of each is needed, and at most " + MOST_PAIRS + " pairs");
        }
        return Multi.createFrom()
                .iterable(subjects)
                .onItem()
                .transformToMultiAndConcatenate(subject -> Multi.createFrom()
                        .iterable(others)
                        .map(other -> new Pair(subject, other, pairs == 1 ? "" : ":" + subject + ":" + other)))
                .onItem()
                .transformToUniAndConcatenate(pair -> pair(link, entity, pair, editor))
                .collect()
                .asList()
                .map(taken -> new Taken(
                        taken.stream().anyMatch(Taken::changed),
                        taken.stream().flatMap(one -> one.unmapped().stream()).toList()));
    }

    private record Pair(String subject, String other, String suffix) {}

    private Uni<Taken> pair(FtmLink link, FtmEntity entity, Pair pair, String editor) {
        return people.name(pair.subject()).chain(person -> {
            if (person.isPresent()) {
                String what = entity.schema() + "/" + link.subject() + "/Person";
                return Uni.createFrom().item(new Taken(false, List.of(what)));
            }
            return required(pair.subject())
                    .chain(subject -> end(link, pair.other())
                            .chain(end -> facts.takeIn(
                                    new PlacedFact(
                                            "/v1/companies/" + subject.id() + "/" + link.segment() + "/"
                                                    + entity.key(pair.suffix()),
                                            link.body(entity, end)),
                                    editor)))
                    .map(written -> new Taken(changed(written), List.of()));
        });
    }

    /** The key of a company, or who holds a role, by name. */
    private Uni<String> end(FtmLink link, String id) {
        if (!link.isRole()) {
            return required(id).map(Fact::id);
        }
        return people.name(id)
                .chain(person -> person.isPresent()
                        ? Uni.createFrom().item(person.get())
                        : company(id)
                                .map(company -> company.map(fact -> fact.body().legalName())
                                        .orElseThrow(() -> Problem.INVALID_BODY.because(
                                                "Nobody with the id " + id + " is known from a line of its own"))));
    }

    private Uni<Fact<Profile>> required(String id) {
        return company(id).map(found -> KnownIdentifiers.standing(found, FtmOrganization.SCHEME, id));
    }

    /** The company that bears the id, or else that we exported under it. */
    private Uni<Optional<Fact<Profile>>> company(String id) {
        return known.company(FtmOrganization.SCHEME, id).chain(bearer -> OwnId.of(id)
                .flatMap(OwnId::company)
                .filter(key -> bearer.isEmpty())
                .map(known::under)
                .orElseGet(() -> Uni.createFrom().item(bearer)));
    }

    private static boolean changed(Written<?> written) {
        return written.outcome() != Written.Outcome.UNCHANGED;
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw Problem.MALFORMED_BODY.because("The line is not well-formed JSON: " + JsonFault.words(malformed));
        }
    }
}
