package io.cumulo.gateway.upstream;

/** Marks what speaks against an instance: no connection, no answer in time, a slow answer, 5xx. What a client does wrong doesn't. */
public interface Unhealthy {}
