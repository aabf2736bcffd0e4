package io.cumulo.kit.imports;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** What every collection needs to take files in. */
@ApplicationScoped
public class Imports {

    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final SecurityIdentity identity;

    Imports(ImportJobs jobs, ImportWorker worker, SecurityIdentity identity) {
        this.jobs = jobs;
        this.worker = worker;
        this.identity = identity;
    }

    ImportJobs jobs() {
        return jobs;
    }

    ImportWorker worker() {
        return worker;
    }

    SecurityIdentity identity() {
        return identity;
    }
}
