package io.cumulo.investments.rates;

import io.cumulo.kit.fact.Asserted;
import io.cumulo.kit.fact.Assertion;
import io.cumulo.kit.fact.Extent;
import io.cumulo.kit.fact.FactKind;
import io.cumulo.kit.fact.FactLife;
import io.cumulo.kit.fact.Facts;
import io.cumulo.kit.fact.Written;
import io.cumulo.kit.imports.EntryReader;
import io.cumulo.kit.imports.ImportFormat;
import io.cumulo.kit.value.Citation;
import io.cumulo.kit.value.PartialDate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The ECB's eurofxref files. A day that is told again with another rate gets a new version; what a file doesn't speak of stays. */
@ApplicationScoped
class EcbFormat implements ImportFormat {

    private final FactLife<DayRates, DayRatesVersion> life;

    EcbFormat(Facts facts) {
        this.life = facts.life(new FactKind<>(
                "investments.rates",
                DayRatesVersion.class,
                DayRatesVersion::new,
                Extent.EPISODE,
                (subject, id, day) -> Uni.createFrom().item(List.of())));
    }

    @Override
    public String path() {
        return RateImportResource.PATH;
    }

    @Override
    public String name() {
        return "eurofxref";
    }

    @Override
    public EntryReader reader() {
        return new EcbFile();
    }

    @Override
    public Uni<Taken> take(String text, String editor) {
        EcbDay told = EcbDay.of(text);
        String key = told.day().toString();
        return life.takeIn(
                        key,
                        key,
                        standing -> asserted(told, standing.map(DayRates::rates).orElse(Map.of())),
                        editor)
                .map(written -> new Taken(written.outcome() != Written.Outcome.UNCHANGED, List.of()));
    }

    private static Asserted<DayRates> asserted(EcbDay told, Map<String, String> standing) {
        PartialDate on = PartialDate.of(told.day());
        return new Asserted<>(
                new DayRates(told.day(), told.over(standing)), new Assertion(on, on, null, null, List.of(source(on))));
    }

    private static Citation source(PartialDate day) {
        return new Citation(
                "European Central Bank",
                "Euro foreign exchange reference rates",
                "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
                day,
                null,
                null);
    }
}
