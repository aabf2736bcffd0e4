package io.cumulo.kit.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation and its path's parameters are called, by convention: {@code GET /v1/companies} is {@code listCompanies}, {@code PUT
 * /v1/companies/{company}/roles/{role}} is {@code putCompanyRole}, {@code POST …/retraction} is {@code retractCompanyRole}.
 */
public final class OperationNames {

    private static final Map<String, String> VERBS =
            Map.of("GET", "get", "POST", "create", "PUT", "put", "PATCH", "change", "DELETE", "delete", "ASK", "ask");

    /** What resources of all kinds call their keys; a name that says more stays. */
    private static final Set<String> ANY_KEY = Set.of("{id}", "{subject}");

    private OperationNames() {}

    /**
     * The operation's id.
     *
     * @param method of HTTP, or {@code ASK} for a POST that only asks
     * @param list whether it answers a list
     */
    public static String of(String method, String path, boolean list) {
        List<String> words = segments(path);
        if (words.isEmpty()) {
            return VERBS.get(method) + "Index";
        }
        String verb = list ? "list" : VERBS.get(method);
        if (method.equals("POST") && words.get(words.size() - 1).equals("retraction")) {
            verb = "retract";
            words = words.subList(0, words.size() - 1);
        }
        List<String> named = words.stream().filter(word -> !isParameter(word)).toList();
        List<String> singular = new ArrayList<>();
        for (int index = 0; index < named.size(); index++) {
            boolean whole = list && index == named.size() - 1;
            singular.add(whole ? named.get(index) : singular(named.get(index)));
        }
        return verb + singular.stream().map(OperationNames::camel).collect(Collectors.joining());
    }

    /** The path with its keys named after what they stand below: {@code /v1/companies/{company}}. */
    static String withNamedParameters(String path) {
        List<String> segments = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        for (int index = 1; index < segments.size(); index++) {
            if (ANY_KEY.contains(segments.get(index)) && !isParameter(segments.get(index - 1))) {
                String name = camel(singular(segments.get(index - 1)));
                segments.set(index, "{" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "}");
            }
        }
        return String.join("/", segments);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.matches("v[0-9]+"))
                .toList();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.matches(".*(ss|us|is)") ? word.substring(0, word.length() - 1) : word;
    }

    private static String camel(String word) {
        return Arrays.stream(word.split("[-_.]"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
