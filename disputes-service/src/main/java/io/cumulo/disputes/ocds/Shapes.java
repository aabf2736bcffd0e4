package io.cumulo.disputes.ocds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The objects of a release and their members, with the closed codelists (standard.open-contracting.org/1.1/en/schema/reference). */
final class Shapes {

    static final String RELEASE = "Release";

    private static final Map<String, Map<String, Member>> OBJECTS = new HashMap<>();
    private static final Map<String, Set<String>> CODELISTS = new HashMap<>();

    static {
        lines("/ocds-shapes.txt").forEach((name, members) -> {
            Map<String, Member> object = new LinkedHashMap<>();
            Arrays.stream(members.split(","))
                    .map(member -> member.strip().split(" "))
                    .forEach(member -> object.put(member[0], Member.of(member[1])));
            OBJECTS.put(name, object);
        });
        lines("/ocds-codelists.txt").forEach((name, codes) -> CODELISTS.put(name, Set.of(codes.split(" "))));
    }

    private Shapes() {}

    /**
     * A member of an object.
     *
     * @param type of its value, or of each element
     * @param list whether it is a list
     * @param required whether it must be there
     * @param filled whether a list of it may not be empty
     */
    record Member(String type, boolean list, boolean required, boolean filled) {

        private static Member of(String word) {
            return new Member(
                    word.replaceAll("[\\[\\]!+]", ""), word.startsWith("["), word.endsWith("!"), word.endsWith("+"));
        }

        boolean isObject() {
            return OBJECTS.containsKey(type);
        }

        Optional<Set<String>> codes() {
            return Optional.ofNullable(CODELISTS.get(type));
        }
    }

    /** The members that the standard has in this object, in its order. */
    static Map<String, Member> of(String object) {
        return OBJECTS.get(object);
    }

    /** Name and text of each paragraph; lines that begin with a blank go on with the one before. */
    private static Map<String, String> lines(String resource) {
        try (InputStream file = Shapes.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String joined = String.join("\n", lines).replaceAll("\\s*\n\\s+", " ");
            return joined.lines()
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1].strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
