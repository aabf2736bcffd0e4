package io.cumulo.kit.imports;

import io.cumulo.kit.problem.BodyLimits;
import io.cumulo.kit.stream.Lists;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** What every collection needs to take files in. */
@ApplicationScoped
public class Imports {

    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final EndedImports ended;
    private final SecurityIdentity identity;
    private final BodyLimits limits;
    private final Lists lists;

    Imports(
            ImportJobs jobs,
            ImportWorker worker,
            EndedImports ended,
            SecurityIdentity identity,
            BodyLimits limits,
            Lists lists) {
        this.jobs = jobs;
        this.worker = worker;
        this.ended = ended;
        this.identity = identity;
        this.limits = limits;
        this.lists = lists;
    }

    ImportJobs jobs() {
        return jobs;
    }

    ImportWorker worker() {
        return worker;
    }

    EndedImports ended() {
        return ended;
    }

    BodyLimits limits() {
        return limits;
    }

    SecurityIdentity identity() {
        return identity;
    }

    Lists lists() {
        return lists;
    }
}
