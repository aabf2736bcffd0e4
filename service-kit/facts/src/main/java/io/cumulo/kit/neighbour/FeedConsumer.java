package io.cumulo.kit.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.kit.feed.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads the feeds of other services for the handlers there are. Events of a page and the position after it are one transaction, begun at the position
 * that was read from: whoever comes second with the same page finds the position moved and does nothing.
 */
@ApplicationScoped
public class FeedConsumer {

    private static final int PAGE = 100;
    private static final int PAUSE_MILLIS = 300;

    private final List<FeedHandler> handlers;
    private final Neighbours neighbours;
    private final ObjectMapper mapper;
    private final Vertx vertx;
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> endSeen = new ConcurrentHashMap<>();

    FeedConsumer(
            @All List<FeedHandler> handlers,
            Neighbours neighbours,
            ObjectMapper mapper,
            Vertx vertx,
            MeterRegistry measurements) {
        this.handlers = handlers;
        this.neighbours = neighbours;
        this.mapper = mapper;
        this.vertx = vertx;
        handlers.forEach(handler -> measureLag(handler, measurements));
    }

    /** How long ago the end of the feed was last seen: grows while the feed can't be read, and while there is more of it than is kept up with. */
    private void measureLag(FeedHandler handler, MeterRegistry measurements) {
        Instant start = Instant.now();
        TimeGauge.builder(
                        "cumulo.feed.behind",
                        () -> Duration.between(endSeen.getOrDefault(handler.name(), start), Instant.now())
                                .toMillis(),
                        TimeUnit.MILLISECONDS)
                .description("Time since the end of the feed was last seen")
                .tag("feed", handler.name())
                .register(measurements);
    }

    /** Three times in a second, which is the shortest that the scheduler knows: nobody waits long for what another service has recorded. */
    @Scheduled(every = "{cumulo.feeds.every}", delayed = "PT0.25S", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> readOften() {
        return readAll()
                .chain(this::pause)
                .chain(this::readAll)
                .chain(this::pause)
                .chain(this::readAll);
    }

    /** Ends where it began: a timer's handler runs in the context that set it. */
    private Uni<Void> pause() {
        return Uni.createFrom().emitter(waiting -> vertx.setTimer(PAUSE_MILLIS, over -> waiting.complete(null)));
    }

    /** Every feed as far as it goes; one that can't be read is tried again at the next time, and doesn't keep the others waiting. */
    public Uni<Void> readAll() {
        return Multi.createFrom()
                .iterable(handlers)
                .onItem()
                .transformToUniAndConcatenate(handler -> readOn(handler)
                        .invoke(() -> away.remove(handler.name()))
                        .onFailure()
                        .recoverWithItem(failure -> {
                            if (away.add(handler.name())) {
                                Log.warnf(
                                        "The feed for %s can't be read, and is tried again: %s",
                                        handler.name(), failure);
                            }
                            return null;
                        }))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> readOn(FeedHandler handler) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(handler))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether there may be more. */
    private Uni<Boolean> page(FeedHandler handler) {
        return Panache.withTransaction(() -> position(handler)).chain(position -> neighbours
                .read(events(handler, position))
                .chain(page -> page.path("items").isEmpty()
                        ? Uni.createFrom().item(false).invoke(() -> endSeen.put(handler.name(), Instant.now()))
                        : Panache.withTransaction(() -> take(handler, position, page))));
    }

    private static URI events(FeedHandler handler, String position) {
        return handler.source().resolve("/v1/events?limit=" + PAGE + (position.isEmpty() ? "" : "&cursor=" + position));
    }

    private static Uni<String> position(FeedHandler handler) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "insert into consumed_feed (feed, position) values (:feed, '') on conflict do nothing")
                        .setParameter("feed", handler.name())
                        .executeUpdate())
                .chain(session -> stored(session, handler));
    }

    private static Uni<String> stored(Mutiny.Session session, FeedHandler handler) {
        return session.createNativeQuery("select position from consumed_feed where feed = :feed", String.class)
                .setParameter("feed", handler.name())
                .getSingleResult();
    }

    private Uni<Boolean> take(FeedHandler handler, String position, JsonNode page) {
        return isStill(handler, position)
                .chain(still -> still
                        ? handled(handler, page)
                                .chain(() -> move(handler, page.path("next").asText()))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** For this transaction alone; not by a lock of the row, which would give it its number before it waits for what it writes to. */
    private static Uni<Boolean> isStill(FeedHandler handler, String position) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('feed/' || :feed, 0))) locked",
                                Integer.class)
                        .setParameter("feed", handler.name())
                        .getSingleResult())
                .chain(session -> stored(session, handler))
                .map(position::equals);
    }

    private Uni<Void> handled(FeedHandler handler, JsonNode page) {
        List<CloudEvent> events = StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(event -> handler.wants(event.path("type").asText()))
                .map(event -> mapper.convertValue(event, CloudEvent.class))
                .toList();
        return handler.prepare(events).chain(() -> Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(handler::handle)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private static Uni<Void> move(FeedHandler handler, String position) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update consumed_feed set position = :position, moved_at = now() where feed = :feed")
                        .setParameter("position", position)
                        .setParameter("feed", handler.name())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
