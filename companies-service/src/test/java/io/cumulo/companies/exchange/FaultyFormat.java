package io.cumulo.companies.exchange;

import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.imports.ImportResource;
import io.cumulo.kit.imports.Imports;
import io.cumulo.kit.imports.Lines;
import io.cumulo.kit.openapi.Formats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.util.List;

/** A format with a mistake in its code: it stumbles over the word faulty. */
@ApplicationScoped
class FaultyFormat implements ImportFormat {

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
