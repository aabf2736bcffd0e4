package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.CompanyName;
import io.cumulo.companies.profile.Profile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A company in one line, by which a person tells it from others of the same name. */
final class Description {

    private static final int MAX_NAMES = 3;

    private Description() {}

    static String of(Profile profile) {
        Stream<String> names =
                profile.names().stream().map(CompanyName::name).distinct().limit(MAX_NAMES);
        return Stream.of(
                        Stream.of(CompanyType.of(profile.kind()).get(0).name()),
                        Stream.ofNullable(profile.country()),
                        Stream.ofNullable(profile.sector()),
                        names)
                .flatMap(part -> part)
                .collect(Collectors.joining(" · "));
    }
}
