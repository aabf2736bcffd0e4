package io.cumulo.companies.exchange;

import io.cumulo.companies.profile.CompanyKey;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.search.IdentifierBearers;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds the company that a file means by what a register calls it, or a free key for it; within the current transaction. */
@ApplicationScoped
public class KnownIdentifiers {

    private static final int SUFFIX = 8;

    private final IdentifierBearers bearers;
    private final Profiles profiles;
    private final KnownCompanies companies;
    private final Mergers mergers;

    KnownIdentifiers(IdentifierBearers bearers, Profiles profiles, KnownCompanies companies, Mergers mergers) {
        this.bearers = bearers;
        this.profiles = profiles;
        this.companies = companies;
        this.mergers = mergers;
    }

    /**
     * What a file's company is recorded as.
     *
     * @param profile the last that stands of it; empty when it is new
     */
    public record Place(String key, Optional<Fact<Profile>> profile) {}

    /** The company that bears the identifier, on whatever day; of a record that was merged away, the one that goes on. Retracted ones too. */
    public Uni<Optional<Fact<Profile>>> company(String scheme, String value) {
        return bearers.of(scheme, value).chain(key -> key.map(this::goingOn)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /**
     * As {@link #company}, for what can't be told of an unknown one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when no company bears the identifier that wasn't taken back
     */
    public Uni<Fact<Profile>> required(String scheme, String value) {
        return company(scheme, value).map(found -> found.filter(known -> known.standing() != Standing.RETRACTED)
                .orElseThrow(() ->
                        Problem.INVALID_BODY.because("No company with the " + scheme + " " + value + " is recorded")));
    }

    /**
     * Where the company stands that bears any of the identifiers, the first of them before the others; or where it can be recorded. Two files that
     * bring the same company at the same time find one place.
     */
    public Uni<Place> place(String name, List<Registered> identifiers) {
        return known(identifiers, 0)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : bearers.lock(
                                        identifiers.get(0).scheme(),
                                        identifiers.get(0).value())
                                .chain(() -> known(identifiers, 0)))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(new Place(found.get().id(), found))
                        : keyFor(name, identifiers.get(0).value()).map(key -> new Place(key, Optional.empty())));
    }

    /** How the company is known to have been on a day. */
    public Uni<Optional<Fact<Profile>>> on(String key, LocalDate day) {
        return profiles.named(List.of(key), Moment.of(day)).map(known -> Optional.ofNullable(known.get(key)));
    }

    /** What a register calls a company. */
    public record Registered(String scheme, String value) {}

    private Uni<Optional<Fact<Profile>>> known(List<Registered> identifiers, int from) {
        if (from == identifiers.size()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Registered asked = identifiers.get(from);
        return company(asked.scheme(), asked.value())
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : known(identifiers, from + 1));
    }

    private Uni<Optional<Fact<Profile>>> goingOn(String key) {
        Moment now = Moment.of(LocalDate.now(ZoneOffset.UTC));
        return mergers.survivors(List.of(key), now).chain(survivors -> profiles.last(survivors.getOrDefault(key, key)));
    }

    /** From the name; with the end of the identifier where another has that; with all of it, as a number, where even so another has it. */
    private Uni<String> keyFor(String name, String identifier) {
        String letters = identifier.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String end = letters.substring(Math.max(0, letters.length() - SUFFIX));
        String key = name.codePoints().anyMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter))
                ? CompanyKey.from(name)
                : "company-" + end;
        String number = UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, SUFFIX);
        return free(List.of(key, CompanyKey.with(key, end), CompanyKey.with(key, number)), 0);
    }

    private Uni<String> free(List<String> keys, int from) {
        String key = keys.get(from);
        if (from == keys.size() - 1) {
            return Uni.createFrom().item(key);
        }
        return profiles.lock(key)
                .chain(() -> companies.exists(key))
                .chain(taken -> taken ? free(keys, from + 1) : Uni.createFrom().item(key));
    }
}
