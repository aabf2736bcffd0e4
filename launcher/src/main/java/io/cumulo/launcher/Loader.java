package io.cumulo.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Puts a dataset into the platform through its public API. What is there already is put again as a new version of itself, which records nothing when
 * nothing has changed: loading twice changes nothing.
 */
final class Loader {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Set<String> ENDED = Set.of("done", "failed");
    private static final int PROGRESS_EVERY = 25;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String gateway;
    private final String token;
    private final Duration patience;
    private final Consumer<String> out;

    /**
     * @param patience how long an unreachable platform is asked again
     * @param out takes progress and problems, a line each
     */
    Loader(String gateway, String token, Duration patience, Consumer<String> out) {
        this.gateway = gateway;
        this.token = token;
        this.patience = patience;
        this.out = out;
    }

    /** What became of the entries. */
    record Summary(int created, int updated, int unchanged, int refused) {

        private Summary plus(Outcome outcome) {
            return switch (outcome) {
                case CREATED -> new Summary(created + 1, updated, unchanged, refused);
                case UPDATED -> new Summary(created, updated + 1, unchanged, refused);
                case UNCHANGED -> new Summary(created, updated, unchanged + 1, refused);
                case REFUSED -> new Summary(created, updated, unchanged, refused + 1);
            };
        }

        private Summary plus(JsonNode job) {
            return new Summary(
                    created + job.path("accepted").asInt(),
                    updated,
                    unchanged + job.path("unchanged").asInt(),
                    refused + job.path("rejected").asInt());
        }

        @Override
        public String toString() {
            return "created " + created + ", updated " + updated + ", unchanged " + unchanged
                    + (refused == 0 ? "" : ", refused " + refused);
        }
    }

    private enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /** @throws Refused when the platform can't be reached in time */
    Summary load(Dataset dataset) {
        Summary summary = new Summary(0, 0, 0, 0);
        int done = 0;
        for (Dataset.Entry entry : dataset.entries()) {
            summary = summary.plus(load(entry));
            done++;
            if (done % PROGRESS_EVERY == 0) {
                out.accept("  " + done + " of " + dataset.entries().size());
            }
        }
        for (Dataset.ForeignFile file : dataset.files()) {
            summary = summary.plus(imported(file));
        }
        return summary;
    }

    /** The job that imported the file, at its end. */
    private JsonNode imported(Dataset.ForeignFile file) {
        HttpResponse<String> handedIn = send(request(file.path() + "?format=" + file.format())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(bytes(file))
                .build());
        if (handedIn.statusCode() != 202) {
            throw new Refused(file.origin() + ": " + handedIn.statusCode() + " " + detail(handedIn.body()));
        }
        String job = URI.create(handedIn.headers().firstValue("Location").orElseThrow())
                .getPath();
        Instant giveUp = Instant.now().plus(patience);
        JsonNode told = tree(send(request(job).GET().build()).body());
        while (!ENDED.contains(told.path("state").asText())) {
            if (Instant.now().isAfter(giveUp)) {
                throw new Refused(file.origin() + ": its import takes long; " + job + " says how far it is");
            }
            Waiting.pause(FIRST_PAUSE);
            told = tree(send(request(job).GET().build()).body());
        }
        if (told.path("state").asText().equals("failed")) {
            throw new Refused(file.origin() + ": " + told.path("failure").asText());
        }
        if (told.path("rejected").asInt() > 0) {
            out.accept("  " + file.origin() + ": " + gateway + job + "/rejections says what was refused");
        }
        return told;
    }

    private static HttpRequest.BodyPublisher bytes(Dataset.ForeignFile file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file.file());
        } catch (FileNotFoundException gone) {
            throw new Refused(file.origin() + ": there is no file " + file.file());
        }
    }

    private JsonNode tree(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new Refused("the platform at " + gateway + " answers what is no JSON: " + body);
        }
    }

    private Outcome load(Dataset.Entry entry) {
        HttpResponse<String> created = put(entry, "If-None-Match", "*");
        if (created.statusCode() == 201) {
            return Outcome.CREATED;
        }
        if (created.statusCode() == 200) {
            return Outcome.UNCHANGED; // what can only be added to answers the same entry again with what stands
        }
        if (created.statusCode() != 412) {
            return refuse(entry, created);
        }
        String etag = etag(entry);
        HttpResponse<String> replaced = put(entry, "If-Match", etag);
        if (replaced.statusCode() != 200) {
            return refuse(entry, replaced);
        }
        return replaced.headers()
                        .firstValue("ETag")
                        .map(Loader::revision)
                        .filter(revision(etag)::equals)
                        .isPresent()
                ? Outcome.UNCHANGED
                : Outcome.UPDATED;
    }

    /** Of what stands: as it is today, or as it was when it began; {@code *} when neither tells. */
    private String etag(Dataset.Entry entry) {
        return Stream.of("", "?asOf=" + firstDay(entry.body()))
                .map(moment -> send(request(entry.path() + moment).GET().build())
                        .headers()
                        .firstValue("ETag"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("*");
    }

    /** What a tag says of the resource's state; the rest of it tells what is shown. */
    private static String revision(String etag) {
        return etag.split("-", 2)[0];
    }

    /** The first day of its validity; a date may be as short as a year. */
    private static String firstDay(JsonNode body) {
        String from = body.path("validFrom").asText(body.path("validTo").asText("0001"));
        return from + "-01-01".substring(Math.min(from.length() - 4, 6));
    }

    private Outcome refuse(Dataset.Entry entry, HttpResponse<String> answer) {
        out.accept(
                "  " + entry.origin() + " " + entry.path() + ": " + answer.statusCode() + " " + detail(answer.body()));
        return Outcome.REFUSED;
    }

    private String detail(String body) {
        try {
            JsonNode problem = mapper.readTree(body);
            StringBuilder detail = new StringBuilder(
                    problem.path("detail").asText(problem.path("title").asText()));
            problem.path("errors").forEach(fault -> detail.append("; ")
                    .append(fault.path("pointer").asText(fault.path("parameter").asText()))
                    .append(' ')
                    .append(fault.path("detail").asText()));
            return detail.toString();
        } catch (JsonProcessingException noProblemDocument) {
            return body;
        }
    }

    private HttpResponse<String> put(Dataset.Entry entry, String condition, String value) {
        return send(request(entry.path())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header(condition, value)
                .PUT(HttpRequest.BodyPublishers.ofString(entry.body().toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(30));
    }

    /** Every request may be sent again: its precondition sees to it that it takes effect once. */
    private HttpResponse<String> send(HttpRequest request) {
        Instant giveUp = Instant.now().plus(patience);
        Duration pause = FIRST_PAUSE;
        while (true) {
            String reason;
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!PASSING.contains(answer.statusCode())) {
                    return answer;
                }
                reason = "answers " + answer.statusCode() + " " + detail(answer.body());
                pause = asked(answer).orElse(pause);
            } catch (IOException unreachable) {
                reason = "can't be reached";
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted while loading");
            }
            if (Instant.now().plus(pause).isAfter(giveUp)) {
                throw new Refused("the platform at " + gateway + " " + reason + "; is it up (./cumulo status)?");
            }
            Waiting.pause(pause);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
    }

    /** Retry-After as a number of seconds (RFC 9110, 10.2.3). */
    private static Optional<Duration> asked(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
