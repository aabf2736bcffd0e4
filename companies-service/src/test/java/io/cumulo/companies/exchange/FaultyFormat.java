package io.cumulo.companies.exchange;

import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.imports.Lines;
import io.cumulo.kit.openapi.Formats;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A format with a mistake in its code: it stumbles over the word faulty, and over others as it would where it asks a neighbour. */
@ApplicationScoped
class FaultyFormat implements ImportFormat {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger askedInVain = new AtomicInteger();

    /** Whether the neighbour that it asks is away. */
    void neighbourIsAway(boolean isAway) {
        away.set(isAway);
    }

    int askedInVain() {
        return askedInVain.get();
    }

    @Override
    public String path() {
        return Imported.PATH;
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public EntryReader reader() {
        return new Lines();
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        if (text.equals("faulty")) {
            throw new IllegalStateException("a mistake");
        }
        if (text.equals("unforeseen")) {
            return Uni.createFrom().failure(Problem.INTERNAL.because("a neighbour answered what nobody foresaw"));
        }
        if (text.equals("away") && away.get()) {
            askedInVain.incrementAndGet();
            return Uni.createFrom().failure(Problem.UPSTREAM_UNAVAILABLE.because("a neighbour doesn't answer"));
        }
        return Uni.createFrom().item(new Taken(true, List.of()));
    }

    /** Where it is handed in. */
    @Formats("faulty")
    @Path(Imported.PATH)
    public static class Imported extends ImportResource {

        static final String PATH = "/v1/faulty/imports";

        public Imported(Imports imports) {
            super(PATH, imports);
        }
    }
}
