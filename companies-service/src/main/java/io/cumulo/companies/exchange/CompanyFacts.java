package io.cumulo.companies.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.companies.merge.MergeResource;
import io.cumulo.companies.profile.CompanyFactResource;
import io.cumulo.companies.profile.ProfileResource;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.FiledFact;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.request.JsonBinder;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that is recorded about companies, by the path where it stands: the door through which files come in and go out. */
@ApplicationScoped
public class CompanyFacts {

    private static final String ROOT = "/v1/companies/";
    private static final Pattern PATH = Pattern.compile("/v1/companies/([^/]+)(?:/([^/]+)/([^/]+))?");
    private static final String MERGE = "/merge";

    /** What the record adds to a fact, and no file states. */
    private static final List<String> ADDED = List.of("id", "recordedAt", "retraction", "mergedFrom", "match");

    private final ProfileResource profiles;
    private final List<CompanyFactResource<?, ?>> kinds;
    private final MergeResource mergers;
    private final JsonBinder binder;
    private final ObjectMapper mapper;

    CompanyFacts(
            ProfileResource profiles,
            @All List<CompanyFactResource<?, ?>> kinds,
            MergeResource mergers,
            JsonBinder binder,
            ObjectMapper mapper) {
        this.profiles = profiles;
        this.kinds = kinds.stream()
                .sorted(Comparator.comparing(CompanyFacts::segment))
                .toList();
        this.mergers = mergers;
        this.binder = binder;
        this.mapper = mapper.copy().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    /**
     * A fact as files carry it.
     *
     * @param path where it stands
     * @param body as a client would PUT it there
     */
    public record PlacedFact(String path, ObjectNode body) {}

    /**
     * Records a fact where it stands; within the current transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nothing can stand there, 422 with each fault of the body
     */
    public Uni<? extends Written<?>> takeIn(PlacedFact fact, String editor) {
        return takeIn(List.of(fact), editor).map(written -> written.get(0));
    }

    /**
     * As {@link #takeIn(PlacedFact, String)}, for many: those of one kind that follow each other at once.
     *
     * @return what each came to, in the same order
     */
    public Uni<List<Written<?>>> takeIn(List<PlacedFact> facts, String editor) {
        List<Door> runs = new ArrayList<>();
        for (PlacedFact fact : facts) {
            Door door = door(fact);
            if (runs.isEmpty() || !runs.get(runs.size() - 1).takes(door)) {
                runs.add(door);
            } else {
                runs.get(runs.size() - 1).facts().addAll(door.facts());
            }
        }
        return Multi.createFrom()
                .iterable(runs)
                .onItem()
                .transformToUniAndConcatenate(run -> run.takeIn(binder, editor))
                .collect()
                .in(ArrayList::new, List::addAll);
    }

    /** Whether a company or a fact about one was ever recorded there; within the current transaction. */
    public Uni<Boolean> isRecorded(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Uni.createFrom().item(false);
        }
        return parts.group(2) == null
                ? profiles.isRecorded(parts.group(1))
                : kind(parts.group(2))
                        .map(kind -> kind.isRecorded(parts.group(1), parts.group(3)))
                        .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Optional<CompanyFactResource<?, ?>> kind(String segment) {
        return kinds.stream().filter(kind -> segment(kind).equals(segment)).findFirst();
    }

    /** Facts of one kind on their way in. */
    private record Door(Object kind, List<FiledFact> facts, Entrance entrance) {

        boolean takes(Door other) {
            return kind == other.kind;
        }

        Uni<? extends List<? extends Written<?>>> takeIn(JsonBinder binder, String editor) {
            return entrance.takeIn(facts, binder, editor);
        }
    }

    @FunctionalInterface
    private interface Entrance {
        Uni<? extends List<? extends Written<?>>> takeIn(List<FiledFact> facts, JsonBinder binder, String editor);
    }

    private Door door(PlacedFact fact) {
        if (fact.path().startsWith(ROOT) && fact.path().endsWith(MERGE)) {
            String company = fact.path().substring(ROOT.length(), fact.path().length() - MERGE.length());
            return door(mergers, company, MergeResource.KEY, fact, mergers::takeIn);
        }
        Matcher path = PATH.matcher(fact.path());
        if (!path.matches()) {
            throw nowhere(fact.path());
        }
        if (path.group(2) == null) {
            return door(profiles, path.group(1), path.group(1), fact, profiles::takeIn);
        }
        CompanyFactResource<?, ?> facts = kind(path.group(2)).orElseThrow(() -> nowhere(fact.path()));
        return door(facts, path.group(1), path.group(3), fact, facts::takeIn);
    }

    private Door door(Object kind, String subject, String id, PlacedFact fact, Entrance entrance) {
        return new Door(kind, new ArrayList<>(List.of(new FiledFact(subject, id, bytes(fact.body())))), entrance);
    }

    /**
     * All that is recorded, companies before what is told of them; which of their records are one at last, for nothing more is told of those.
     *
     * @param companiesOfTheDay only companies that hold on the moment's day, instead of all that stands of any day
     * @param factsOfTheDay the same of what is told of companies
     */
    Multi<List<PlacedFact>> all(Moment moment, boolean companiesOfTheDay, boolean factsOfTheDay) {
        Multi<List<PlacedFact>> companies = (companiesOfTheDay ? profiles.all(moment) : profiles.ever(moment))
                .map(kept -> kept.stream()
                        .map(company -> placed(ROOT + company.subject(), company.fact()))
                        .toList());
        Stream<Multi<List<PlacedFact>>> facts = kinds.stream().map(kind -> placed(kind, moment, factsOfTheDay));
        return Multi.createBy()
                .concatenating()
                .streams(Stream.of(Stream.of(companies), facts, Stream.of(mergers(moment)))
                        .flatMap(streams -> streams)
                        .toList());
    }

    private Multi<List<PlacedFact>> mergers(Moment moment) {
        return mergers.all(moment).map(kept -> kept.stream()
                .map(merger -> placed(ROOT + merger.subject() + MERGE, merger.fact()))
                .toList());
    }

    /** The fact without what the record added to it, and without what it doesn't tell. */
    ObjectNode stated(ObjectNode fact) {
        ObjectNode stated = fact.deepCopy();
        stated.remove(ADDED);
        stated.properties().removeIf(member -> member.getValue().isNull());
        return stated;
    }

    private <B extends FactBody> Multi<List<PlacedFact>> placed(
            CompanyFactResource<B, ?> kind, Moment moment, boolean ofTheDay) {
        String segment = segment(kind);
        return (ofTheDay ? kind.all(moment) : kind.ever(moment)).map(kept -> kept.stream()
                .map(fact -> placed(
                        ROOT + fact.subject() + "/" + segment + "/"
                                + fact.fact().id(),
                        fact.fact()))
                .toList());
    }

    private PlacedFact placed(String path, Fact<?> fact) {
        return new PlacedFact(path, stated(mapper.valueToTree(fact)));
    }

    private static String segment(CompanyFactResource<?, ?> kind) {
        Class<?> type = kind.getClass();
        while (type.getAnnotation(Path.class) == null) {
            type = type.getSuperclass();
        }
        String path = type.getAnnotation(Path.class).value();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private byte[] bytes(JsonNode body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException nowhere(String path) {
        return Problem.NOT_FOUND.because("No fact about a company can stand at " + path);
    }
}
