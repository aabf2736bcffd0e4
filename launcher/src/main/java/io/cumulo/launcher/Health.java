package io.cumulo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks processes whether they are ready. */
final class Health {

    /** An offer to change to HTTP/2 would be taken, and the JDK's client waits for ever for a body that comes together with the change. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    boolean isReady(Program program) {
        URI uri = URI.create("http://127.0.0.1:" + program.managementPort() + "/q/health/ready");
        try {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
