package io.cumulo.disputes.ocds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private final Vertx vertx = Vertx.vertx();
    private final Folds folds = new Folds(vertx);

    @AfterEach
    void close() {
        folds.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_fold_is_no_work_of_the_event_loop_and_what_follows_is() {
        CompletableFuture<List<String>> threads = new CompletableFuture<>();
        vertx.runOnContext(now -> folds.read(() -> Thread.currentThread().getName())
                .map(fold -> List.of(fold, Thread.currentThread().getName()))
                .subscribe()
                .with(threads::complete, threads::completeExceptionally));
        assertThat(threads.join().get(0)).startsWith("ocds-read");
        assertThat(threads.join().get(1)).contains("eventloop");
    }

    @Test
    void more_readers_than_there_is_room_for_are_told_to_come_again() {
        List<Cancellable> readers = new ArrayList<>();
        for (int reader = 0; reader < Folds.MAX_READERS; reader++) {
            readers.add(
                    folds.reader(() -> Uni.createFrom().nothing()).subscribe().with(never -> {}));
        }
        Uni<String> another = folds.reader(() -> Uni.createFrom().item("read"));
        assertThatThrownBy(() -> another.await().indefinitely())
                .isInstanceOfSatisfying(HttpProblem.class, busy -> assertThat(busy.getStatusCode())
                        .isEqualTo(503));
        readers.get(0).cancel();
        assertThat(another.await().indefinitely()).isEqualTo("read");
        assertThat(another.await().indefinitely()).isEqualTo("read");
    }
}
