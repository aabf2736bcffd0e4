package io.cumulo.kit.fact;

/** How the versions of one fact share valid time. */
public enum Extent {
    /** The fact is one episode: its interval is part of what it says, and a new version replaces all of the old one. */
    EPISODE,
    /** The fact lives on and changes: a new version replaces the old ones only where its interval covers them. */
    TIMELINE
}
