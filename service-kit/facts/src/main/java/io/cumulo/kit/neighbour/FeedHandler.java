package io.cumulo.kit.neighbour;

import io.cumulo.kit.feed.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.net.URI;

/** Something that follows from another service's events. */
public interface FeedHandler {

    /** Names the position that is kept for it; never changed. */
    String name();

    /** Base address of the service whose events these are. */
    URI source();

    /** Whether events of this type are for it. */
    boolean wants(String type);

    /** Brings about what follows from an event, in the transaction that moves the position; called once for each, in order. */
    Uni<Void> handle(CloudEvent event);
}
