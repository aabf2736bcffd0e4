package io.cumulo.disputes.courtlistener;

import io.cumulo.disputes.intake.Keys;
import java.util.Map;
import java.util.Set;

/** The courts by PACER's short names, as this platform's companies are called. */
final class Courts {

    private static final Map<String, String> COMPANIES = Map.ofEntries(
            Map.entry("uscfc", "us-court-of-federal-claims"),
            Map.entry("cofc", "us-court-of-federal-claims"),
            Map.entry("cit", "us-court-of-international-trade"),
            Map.entry("cafc", "us-court-of-appeals-for-the-federal-circuit"),
            Map.entry("cadc", "us-court-of-appeals-for-the-dc-circuit"),
            Map.entry("ca4", "us-court-of-appeals-for-the-fourth-circuit"),
            Map.entry("ca9", "us-court-of-appeals-for-the-ninth-circuit"),
            Map.entry("scotus", "us-supreme-court"),
            Map.entry("dcd", "us-district-court-for-the-district-of-columbia"),
            Map.entry("vaed", "us-district-court-for-the-eastern-district-of-virginia"),
            Map.entry("wawd", "us-district-court-for-the-western-district-of-washington"),
            Map.entry("cand", "us-district-court-for-the-northern-district-of-california"),
            Map.entry("nysd", "us-district-court-for-the-southern-district-of-new-york"),
            Map.entry("txwd", "us-district-court-for-the-western-district-of-texas"),
            Map.entry("ded", "us-district-court-for-the-district-of-delaware"));

    private static final Set<String> OF_APPEALS = Set.of("cafc", "cadc", "ca4", "ca9", "scotus");

    private Courts() {}

    /** Of a court that isn't listed here, what PACER calls it. */
    static String company(String court) {
        return COMPANIES.getOrDefault(court, Keys.of("us-court-" + court));
    }

    static boolean isOfAppeals(String court) {
        return OF_APPEALS.contains(court) || court.matches("ca([0-9]|1[01])");
    }
}
