package io.cumulo.companies.search;

/** What a name is to its company, and how much less than the legal name it counts. */
enum NameType {
    LEGAL(1),
    NATIVE(1),
    TRADING(1),
    SHORT(1),
    TRANSLITERATED(0.98),
    TRANSLATED(0.98),
    FORMER(0.85);

    private final double factor;

    NameType(double factor) {
        this.factor = factor;
    }

    double factor() {
        return factor;
    }
}
