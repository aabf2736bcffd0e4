package io.cumulo.kit.imports;

import io.cumulo.kit.openapi.Formats;
import io.cumulo.kit.page.Cursor;
import io.cumulo.kit.page.Page;
import io.cumulo.kit.page.PageRequest;
import io.cumulo.kit.problem.Fault;
import io.cumulo.kit.problem.Problem;
import io.cumulo.kit.storage.UniqueIds;
import io.cumulo.kit.stream.Lists;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files handed in to be imported, below {@code /v1/<collection>/imports}. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public abstract class ImportResource {

    private static final int AT_ONCE = 200;
    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final String path;
    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final EndedImports ended;
    private final SecurityIdentity identity;
    private final Lists lists;
    private final long mostBytes;

    /**
     * The imports of one collection.
     *
     * @param path of this resource
     * @param imports what every import needs
     */
    protected ImportResource(String path, Imports imports) {
        this.path = path;
        this.jobs = imports.jobs();
        this.worker = imports.worker();
        this.ended = imports.ended();
        this.identity = imports.identity();
        this.lists = imports.lists();
        this.mostBytes = imports.limits().ofImports();
        requireAllNamed();
    }

    /** The document is made from what the class says, not from the formats that there are. */
    private void requireAllNamed() {
        Formats said = getClass().getAnnotation(Formats.class);
        if (said == null || !Set.of(said.value()).equals(Set.copyOf(worker.names(path)))) {
            throw new IllegalStateException(getClass() + " must name the formats that it takes: " + worker.names(path));
        }
    }

    @POST
    @Blocking
    @APIResponseSchema(ImportJob.class)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands in a file; it is imported entry by entry while the job tells how far it is",
            description =
                    "The good entries go in, each wrong one is listed with its reason. The same file again changes nothing.")
    public Response receive(
            @QueryParam(Formats.PARAMETER) @Parameter(description = "What the file is written in.") String format,
            InputStream file)
            throws Throwable {
        ImportFormat known = worker.format(path, format == null ? "" : format)
                .orElseThrow(() -> Problem.INVALID_PARAMETER.because(
                        "The file can't be read",
                        List.of(Fault.parameter(
                                Formats.PARAMETER, "must be one of " + String.join(", ", worker.names(path))))));
        UUID id = UniqueIds.next();
        String editor = identity.getPrincipal().getName();
        await(() -> jobs.open(id, path, known.name(), editor));
        try {
            takeApart(known, file, id);
            await(() -> jobs.received(id));
        } catch (Throwable failure) {
            breakOff(id, failure);
            throw failure;
        }
        VertxContextSupport.subscribe(() -> worker.work(id).toMulti(), subscription -> subscription.with(done -> {}));
        return Response.accepted(job(id).orElseThrow())
                .location(URI.create(path + "/" + id))
                .build();
    }

    @GET
    @APIResponseSchema(ImportJob.class)
    @Operation(summary = "The jobs, the newest first")
    public Uni<Response> list(@BeanParam PageRequest page) {
        Optional<String> before = page.cursor(path).map(cursor -> cursor.text(0));
        before.ifPresent(ImportResource::id);
        return Panache.withSession(() -> jobs.list(path, before, page.limit() + 1))
                .map(found -> Page.cut(
                        found, page.limit(), job -> Cursor.of(path, job.id().toString())))
                .map(lists::paged);
    }

    @GET
    @Path("{job}")
    @Operation(summary = "How far a job is")
    public Uni<ImportJob> one(@PathParam("job") String job) {
        return Panache.withSession(() -> found(job));
    }

    @GET
    @Path("{job}/rejections")
    @APIResponseSchema(Rejection.class)
    @Operation(summary = "The entries that were refused, with their reasons")
    public Uni<Response> rejections(@PathParam("job") String job, @BeanParam PageRequest page) {
        String list = "rejections of " + job;
        long after = page.cursor(list).map(cursor -> cursor.number(0)).orElse(0L);
        return Panache.withSession(
                        () -> found(job).chain(known -> jobs.rejections(known.id(), after, page.limit() + 1)))
                .map(found ->
                        Page.cut(found, page.limit(), rejection -> Cursor.of(list, String.valueOf(rejection.number()))))
                .map(lists::paged);
    }

    private void breakOff(UUID id, Throwable failure) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> ended.fail(id, reason(failure)));
        } catch (Throwable away) {
            failure.addSuppressed(away);
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof HttpProblem refused) {
            return refused.getDetail();
        }
        return failure instanceof IOException
                ? EndedImports.BROKEN_OFF
                : "What arrived couldn't be stored; hand the file in again";
    }

    private void takeApart(ImportFormat format, InputStream file, UUID id) throws IOException {
        Arrivals arrivals = new Arrivals(id);
        format.reader().read(Unpacked.of(file, mostBytes), arrivals);
        arrivals.store();
    }

    /** What arrived and isn't stored yet: never much of it. */
    private final class Arrivals implements EntryReader.Sink {

        private final UUID job;
        private final List<Entry> waiting = new ArrayList<>();
        private long characters;
        private long stored;

        Arrivals(UUID job) {
            this.job = job;
        }

        @Override
        public void accept(Entry entry) {
            waiting.add(entry);
            characters += entry.text().length();
            if (waiting.size() == AT_ONCE || characters > CHARACTERS_AT_ONCE) {
                store();
            }
        }

        @Override
        public void around(String text) {
            store();
            await(() -> jobs.surround(job, stored, text));
        }

        void store() {
            if (!waiting.isEmpty()) {
                List<Entry> entries = List.copyOf(waiting);
                long first = stored + 1;
                await(() -> jobs.receive(job, first, entries));
                stored += entries.size();
                characters = 0;
                waiting.clear();
            }
        }
    }

    private Optional<ImportJob> job(UUID id) {
        return await(() -> jobs.find(path, id));
    }

    /** On the worker thread that reads the upload: the client is held back while what it sent is stored. */
    private static <T> T await(Supplier<Uni<T>> step) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(step));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Uni<ImportJob> found(String job) {
        UUID id = id(job);
        return jobs.find(path, id)
                .map(found ->
                        found.orElseThrow(() -> Problem.NOT_FOUND.because("No import " + job + " is known here")));
    }

    private static UUID id(String job) {
        try {
            return UUID.fromString(job);
        } catch (IllegalArgumentException noId) {
            throw Problem.NOT_FOUND.because("No import " + job + " is known here");
        }
    }
}
