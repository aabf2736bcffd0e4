package io.cumulo.companies.ftm;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How datasets call the people whose roles they tell of elsewhere, by their ids; within the current transaction. */
@ApplicationScoped
class FtmPeople {

    private static final String REMEMBER = "insert into ftm_person (id, name) values (:id, :name)"
            + " on conflict (id) do update set name = excluded.name where ftm_person.name <> excluded.name";

    Uni<Void> remember(String id, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter("id", id)
                        .setParameter("name", name)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<String>> name(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select name from ftm_person where id = :id", String.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(names -> names.stream().findFirst());
    }
}
