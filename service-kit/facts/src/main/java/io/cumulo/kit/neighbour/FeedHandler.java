package io.cumulo.kit.neighbour;

import io.cumulo.kit.feed.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;

/** Something that follows from another service's events. */
public interface FeedHandler {

    /** Names the position that is kept for it; never changed. */
    String name();

    /** Base address of the service whose events these are. */
    URI source();

    /** Whether events of this type are for it. */
    boolean wants(String type);

    /**
     * Called before the first of some events takes effect, in the same transaction: for what must be locked for all of them at once.
     *
     * @param events that are for the handler, in order
     */
    default Uni<Void> prepare(List<CloudEvent> events) {
        return Uni.createFrom().voidItem();
    }

    /** Brings about what follows from an event, in the transaction that moves the position; called once for each, in order. */
    Uni<Void> handle(CloudEvent event);
}
