package io.cumulo.kit.write;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WriteTurnsTest {

    private final WriteTurns turns = new WriteTurns(1, 1);

    private UniAssertSubscriber<String> write(CompletableFuture<String> written) {
        return turns.inTurn(() -> Uni.createFrom().completionStage(written))
                .map(String.class::cast)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void who_waits_is_next_and_who_comes_beyond_that_is_sent_away() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = CompletableFuture.completedFuture("second");
        UniAssertSubscriber<String> writing = write(first);
        UniAssertSubscriber<String> waiting = write(second).assertNotTerminated();
        write(second).assertFailedWith(HttpProblem.class);
        first.complete("first");
        writing.assertItem("first");
        waiting.assertItem("second");
        write(second).assertItem("second");
    }

    @Test
    void a_write_that_fails_ends_its_turn_too() {
        write(CompletableFuture.failedFuture(new IllegalStateException("refused")))
                .assertFailedWith(IllegalStateException.class);
        write(CompletableFuture.completedFuture("next")).assertItem("next");
    }

    @Test
    void who_leaves_the_queue_takes_no_turn() {
        CompletableFuture<String> first = new CompletableFuture<>();
        write(first);
        write(new CompletableFuture<>()).cancel();
        CompletableFuture<String> third = new CompletableFuture<>();
        UniAssertSubscriber<String> waiting = write(third);
        first.complete("first");
        third.complete("third");
        waiting.assertItem("third");
    }
}
