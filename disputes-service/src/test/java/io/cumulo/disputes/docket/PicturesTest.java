package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pictures in the documentation are drawn from the code. To draw them anew: {@code -Dcumulo.docs.draw=true}. */
class PicturesTest {

    private static final Path PAGE = Path.of("../docs/docket-transitions.md");

    @Test
    void the_transition_table_in_the_documentation_is_the_one_in_force() throws IOException {
        String drawn = page();
        if (Boolean.getBoolean("cumulo.docs.draw")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(drawn);
    }

    private static String page() {
        return """
                # What a docket allows, and where it leads

                A dispute is in one phase at a time; the entries on its docket lead from phase to phase. The picture and the table are drawn from the code
                (`Transitions`); a test fails when they differ from it. An entry that a phase doesn't allow is refused with 409 and the list of what is allowed.

                ```mermaid
                stateDiagram-v2
                    [*] --> none
                %s```

                A mandate by which a decision stands leads a case that had ended when it was appealed back to its end. While a stay of the proceedings is in
                force, a case that is pending or remanded is *stayed*; the stay refuses no paper, and its lifting leads back.

                ## What each phase allows

                `→` leads to the phase named, `•` leaves the case where it is. Beyond this an entry may need something: a lifting or modification an order in
                force, a mandate an appeal that was not answered, a move of a security one that was ordered, its release or payment one that may be held.

                %s
                """.formatted(arrows(), table());
    }

    private static String arrows() {
        StringBuilder arrows = new StringBuilder();
        for (Phase phase : Phase.values()) {
            Map<Phase, List<String>> leading = new TreeMap<>();
            for (EntryKind kind : EntryKind.values()) {
                next(phase, kind).filter(next -> next != phase).ifPresent(next -> leading.computeIfAbsent(
                                next, to -> new ArrayList<>())
                        .add(kind.word()));
            }
            leading.forEach((next, kinds) ->
                    arrows.append("    %s --> %s: %s%n".formatted(name(phase), name(next), String.join(", ", kinds))));
        }
        return arrows.toString().replace(System.lineSeparator(), "\n");
    }

    private static String name(Phase phase) {
        return phase.word().replace('-', '_');
    }

    private static String table() {
        List<String> rows = new ArrayList<>();
        rows.add("| | " + Arrays.stream(Phase.values()).map(Phase::word).collect(Collectors.joining(" | ")) + " |");
        rows.add("|---" + "|---".repeat(Phase.values().length) + "|");
        for (EntryKind kind : EntryKind.values()) {
            rows.add("| " + kind + " | "
                    + Arrays.stream(Phase.values())
                            .map(phase -> cell(phase, kind))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return String.join("\n", rows);
    }

    private static String cell(Phase phase, EntryKind kind) {
        if (!Transitions.from(phase).contains(kind)) {
            return "";
        }
        return next(phase, kind).map(next -> "→ " + next).orElse("•");
    }

    private static Optional<Phase> next(Phase phase, EntryKind kind) {
        return Transitions.from(phase).contains(kind) ? Transitions.next(phase, kind) : Optional.empty();
    }
}
