package io.cumulo.companies.profile;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.FactBody;
import io.cumulo.kit.fact.FactEndpoint;
import io.cumulo.kit.fact.FactResource;
import io.cumulo.kit.fact.FactVersion;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Facts of one kind about a company: those about every record that was found to be it. */
public abstract class CompanyFactResource<B extends FactBody, V extends FactVersion<B>> extends FactResource<B, V> {

    private final Mergers mergers;

    protected CompanyFactResource(FactEndpoint<B, V> endpoint, Mergers mergers) {
        super(endpoint, Profiles.RECORDED);
        this.mergers = mergers;
    }

    @Override
    protected Uni<Collection<String>> subjects(String subject, Moment moment) {
        return Panache.withSession(() -> mergers.records(subject, moment));
    }
}
