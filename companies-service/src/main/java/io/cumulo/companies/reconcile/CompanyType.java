package io.cumulo.companies.reconcile;

import io.cumulo.companies.profile.CompanyKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be reconciled to: every organization, or those of one kind. */
enum CompanyType {
    ANY("organization", "Organization of any kind", EnumSet.allOf(CompanyKind.class)),
    COMPANY(CompanyKind.COMPANY),
    BUSINESS_UNIT(CompanyKind.BUSINESS_UNIT),
    BRAND(CompanyKind.BRAND),
    PUBLIC_BODY(CompanyKind.PUBLIC_BODY),
    RESEARCH_FIRM(CompanyKind.RESEARCH_FIRM),
    PUBLISHER(CompanyKind.PUBLISHER),
    COURT(CompanyKind.COURT);

    private final String id;
    private final String title;
    private final Set<CompanyKind> kinds;

    CompanyType(String id, String title, Set<CompanyKind> kinds) {
        this.id = id;
        this.title = title;
        this.kinds = Set.copyOf(kinds);
    }

    CompanyType(CompanyKind kind) {
        this(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind.name().charAt(0)
                        + kind.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                Set.of(kind));
    }

    Named named() {
        return new Named(id, title);
    }

    Set<CompanyKind> kinds() {
        return kinds;
    }

    static Optional<CompanyType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /** The types of an entity: its kind, and that it is an organization. */
    static List<Named> of(CompanyKind kind) {
        return List.of(valueOf(kind.name()).named(), ANY.named());
    }
}
