package io.cumulo.companies.exchange;

import io.cumulo.companies.profile.CompanyKey;
import io.cumulo.companies.profile.KnownCompanies;
import io.cumulo.companies.profile.Mergers;
import io.cumulo.companies.profile.Profile;
import io.cumulo.companies.profile.Profiles;
import io.cumulo.companies.search.IdentifierBearers;
import io.cumulo.companies.search.IdentifierBearers.Registered;
import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.fact.Fact;
import io.cumulo.kit.fact.Standing;
import io.cumulo.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the company that a file means by what a register calls it, or a free key for it; within the current transaction. */
@ApplicationScoped
public class KnownIdentifiers {

    private static final int SUFFIX = 8;

    private final IdentifierBearers bearers;
    private final Profiles profiles;
    private final KnownCompanies known;
    private final Mergers mergers;

    KnownIdentifiers(IdentifierBearers bearers, Profiles profiles, KnownCompanies known, Mergers mergers) {
        this.bearers = bearers;
        this.profiles = profiles;
        this.known = known;
        this.mergers = mergers;
    }

    /**
     * What a file's company is recorded as.
     *
     * @param profile the last that stands of it, and that nobody else can replace until the transaction ends; empty when it is new
     */
    public record Place(String key, Optional<Fact<Profile>> profile) {}

    /**
     * A company as a file tells of it.
     *
     * @param identifiers at least one; the first of them before the others
     */
    public record Meant(String name, List<Registered> identifiers) {}

    /** The company that bears the identifier, on whatever day; of a record that was merged away, the one that goes on. Retracted ones too. */
    public Uni<Optional<Fact<Profile>>> company(String scheme, String value) {
        Registered asked = new Registered(scheme, value);
        return bearing(List.of(asked)).chain(found -> profiles.last(found.values())
                .map(standing -> Optional.ofNullable(found.get(asked)).map(standing::get)));
    }

    /**
     * As {@link #company}, for what can't be told of an unknown one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when no company bears the identifier that wasn't taken back
     */
    public Uni<Fact<Profile>> required(String scheme, String value) {
        return company(scheme, value).map(found -> standing(found, scheme, value));
    }

    /**
     * The company that was found by an identifier.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when none was that wasn't taken back
     */
    public static Fact<Profile> standing(Optional<Fact<Profile>> found, String scheme, String value) {
        return found.filter(known -> known.standing() != Standing.RETRACTED)
                .orElseThrow(() ->
                        Problem.INVALID_BODY.because("No company with the " + scheme + " " + value + " is recorded"));
    }

    /** The company with the key, on whatever day; of a record that was merged away, the one that goes on. Retracted ones too. */
    public Uni<Optional<Fact<Profile>>> under(String key) {
        return mergers.survivors(Set.of(key), now())
                .map(survivors -> survivors.getOrDefault(key, key))
                .chain(goingOn ->
                        profiles.last(Set.of(goingOn)).map(standing -> Optional.ofNullable(standing.get(goingOn))));
    }

    /** As {@link #required}, for what changes a part of the profile: nobody else can write it from before it is read until the transaction ends. */
    public Uni<Fact<Profile>> held(String scheme, String value) {
        return required(scheme, value).map(Fact::id).chain(key -> profiles.lock(List.of(key))
                .chain(() -> profiles.last(List.of(key)))
                .map(standing -> standing.get(key)));
    }

    /** Whether no two of them share an identifier: only then can they be placed at once. */
    public static boolean areApart(List<Meant> companies) {
        Set<Registered> seen = new HashSet<>();
        return companies.stream()
                .allMatch(meant -> meant.identifiers().stream().distinct().allMatch(seen::add));
    }

    /**
     * Where companies stand that bear any of the identifiers, the first of them before the others; or where they can be recorded; in the same order. Two
     * files that bring the same company at the same time find one place.
     *
     * @param companies that are {@linkplain #areApart apart}
     */
    public Uni<List<Place>> places(List<Meant> companies) {
        return bearing(identifiers(companies))
                .chain(found -> bearingNow(companies, found))
                .chain(found -> {
                    List<String> wished = unknown(companies, found).stream()
                            .flatMap(meant -> wished(meant).stream())
                            .toList();
                    return profiles.lock(Stream.concat(found.values().stream(), wished.stream())
                                    .toList())
                            .chain(() -> taken(wished))
                            .chain(taken -> profiles.last(found.values())
                                    .map(standing -> places(companies, found, standing, new HashSet<>(taken))));
                });
    }

    /** Asks once more who bears what nobody did, when nobody else can record that. */
    private Uni<Map<Registered, String>> bearingNow(List<Meant> companies, Map<Registered, String> found) {
        List<Meant> unknown = unknown(companies, found);
        return unknown.isEmpty()
                ? Uni.createFrom().item(found)
                : bearers.lock(unknown.stream()
                                .map(meant -> meant.identifiers().get(0))
                                .toList())
                        .chain(() -> bearing(identifiers(unknown)))
                        .map(foundNow -> {
                            Map<Registered, String> all = new HashMap<>(found);
                            all.putAll(foundNow);
                            return all;
                        });
    }

    private Uni<Set<String>> taken(List<String> keys) {
        return keys.isEmpty() ? Uni.createFrom().item(Set.of()) : known.among(keys);
    }

    /** How the company is known to have been on a day. */
    public Uni<Optional<Fact<Profile>>> on(String key, LocalDate day) {
        return profiles.named(List.of(key), Moment.of(day)).map(known -> Optional.ofNullable(known.get(key)));
    }

    private static List<Registered> identifiers(List<Meant> companies) {
        return companies.stream().flatMap(meant -> meant.identifiers().stream()).toList();
    }

    private static List<Meant> unknown(List<Meant> companies, Map<Registered, String> found) {
        return companies.stream()
                .filter(meant -> meant.identifiers().stream().noneMatch(found::containsKey))
                .toList();
    }

    /** @param taken keys that new companies can't have; those that they get are added */
    private static List<Place> places(
            List<Meant> companies,
            Map<Registered, String> found,
            Map<String, Fact<Profile>> standing,
            Set<String> taken) {
        return companies.stream()
                .map(meant -> meant.identifiers().stream()
                        .filter(found::containsKey)
                        .findFirst()
                        .map(found::get)
                        .map(key -> new Place(key, Optional.ofNullable(standing.get(key))))
                        .orElseGet(() -> new Place(free(meant, taken), Optional.empty())))
                .toList();
    }

    private static String free(Meant meant, Set<String> taken) {
        List<String> wishes = wished(meant);
        String key = wishes.stream()
                .filter(wish -> !taken.contains(wish))
                .findFirst()
                .orElse(wishes.get(wishes.size() - 1));
        taken.add(key);
        return key;
    }

    /** The keys of the companies; of a record that was merged away, that of the one that goes on. */
    private Uni<Map<Registered, String>> bearing(List<Registered> identifiers) {
        return bearers.of(identifiers).chain(keys -> mergers.survivors(Set.copyOf(keys.values()), now())
                .map(survivors -> {
                    Map<Registered, String> goingOn = new HashMap<>(keys);
                    goingOn.replaceAll((identifier, key) -> survivors.getOrDefault(key, key));
                    return goingOn;
                }));
    }

    private static Moment now() {
        return Moment.of(LocalDate.now(ZoneOffset.UTC));
    }

    /** From the name; with the end of the identifier where another has that; with all of it, as a number, where even so another has it. */
    private static List<String> wished(Meant meant) {
        String identifier = meant.identifiers().get(0).value();
        String letters = identifier.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String end = letters.substring(Math.max(0, letters.length() - SUFFIX));
        String key = meant.name().codePoints().anyMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter))
                ? CompanyKey.from(meant.name())
                : "company-" + end;
        String number = UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, SUFFIX);
        return List.of(key, CompanyKey.with(key, end), CompanyKey.with(key, number));
    }
}
