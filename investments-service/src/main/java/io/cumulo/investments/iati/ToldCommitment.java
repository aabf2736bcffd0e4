package io.cumulo.investments.iati;

/**
 * A commitment that files of an activity have told of.
 *
 * @param revision at which the newest file left it
 * @param isTold whether the newest file tells of it
 */
record ToldCommitment(String id, int revision, boolean isTold) {}
