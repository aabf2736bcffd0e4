package io.cumulo.disputes.courtlistener;

import io.cumulo.disputes.intake.Forum;
import io.cumulo.disputes.intake.Keys;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The courts of the United States by PACER's short names: of a district court the postal code of its state, the part of it and {@code d}, or {@code b} for
 * its bankruptcy court.
 */
final class Courts {

    private static final Pattern OF_A_DISTRICT = Pattern.compile("([a-z]{2})([nsewmc]?)([db])");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("uscfc", "U.S. Court of Federal Claims"),
            Map.entry("cofc", "U.S. Court of Federal Claims"),
            Map.entry("cit", "U.S. Court of International Trade"),
            Map.entry("scotus", "U.S. Supreme Court"),
            Map.entry("nmid", "U.S. District Court for the Northern Mariana Islands"),
            Map.entry("ca1", "U.S. Court of Appeals for the First Circuit"),
            Map.entry("ca2", "U.S. Court of Appeals for the Second Circuit"),
            Map.entry("ca3", "U.S. Court of Appeals for the Third Circuit"),
            Map.entry("ca4", "U.S. Court of Appeals for the Fourth Circuit"),
            Map.entry("ca5", "U.S. Court of Appeals for the Fifth Circuit"),
            Map.entry("ca6", "U.S. Court of Appeals for the Sixth Circuit"),
            Map.entry("ca7", "U.S. Court of Appeals for the Seventh Circuit"),
            Map.entry("ca8", "U.S. Court of Appeals for the Eighth Circuit"),
            Map.entry("ca9", "U.S. Court of Appeals for the Ninth Circuit"),
            Map.entry("ca10", "U.S. Court of Appeals for the Tenth Circuit"),
            Map.entry("ca11", "U.S. Court of Appeals for the Eleventh Circuit"),
            Map.entry("cadc", "U.S. Court of Appeals for the District of Columbia Circuit"),
            Map.entry("cafc", "U.S. Court of Appeals, Federal Circuit"));

    private static final Map<String, String> PARTS = Map.of(
            "",
            "",
            "n",
            "Northern ",
            "s",
            "Southern ",
            "e",
            "Eastern ",
            "w",
            "Western ",
            "m",
            "Middle ",
            "c",
            "Central ");

    private static final Map<String, String> STATES =
            states("al Alabama, ak Alaska, az Arizona, ar Arkansas, ca California, co Colorado,"
                    + " ct Connecticut, de Delaware, dc Columbia, fl Florida, ga Georgia, gu Guam, hi Hawaii, id Idaho, il Illinois,"
                    + " in Indiana, ia Iowa, ks Kansas, ky Kentucky, la Louisiana, me Maine, md Maryland, ma Massachusetts,"
                    + " mi Michigan, mn Minnesota, ms Mississippi, mo Missouri, mt Montana, ne Nebraska, nv Nevada,"
                    + " nh New Hampshire, nj New Jersey, nm New Mexico, ny New York, nc North Carolina, nd North Dakota,"
                    + " oh Ohio, ok Oklahoma, or Oregon, pa Pennsylvania, pr Puerto Rico, ri Rhode Island,"
                    + " sc South Carolina, sd South Dakota, tn Tennessee, tx Texas, ut Utah, vt Vermont, va Virginia,"
                    + " vi the Virgin Islands, wa Washington, wv West Virginia, wi Wisconsin, wy Wyoming");

    private Courts() {}

    private static Map<String, String> states(String listed) {
        return Arrays.stream(listed.split(", "))
                .collect(Collectors.toMap(state -> state.substring(0, 2), state -> state.substring(3)));
    }

    /** Its company's key is made of its name, whether or not it is recorded. */
    static Forum forum(String court) {
        String name = name(court);
        return Forum.ours(
                name,
                Keys.of(name.toLowerCase(Locale.ROOT)
                        .replace("u.s.", "us")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "")));
    }

    /** Of a court that isn't known here, what PACER calls it. */
    private static String name(String court) {
        Matcher district = OF_A_DISTRICT.matcher(court);
        if (NAMES.containsKey(court)) {
            return NAMES.get(court);
        }
        if (district.matches() && STATES.containsKey(district.group(1))) {
            return (district.group(3).equals("b") ? "U.S. Bankruptcy Court for the " : "U.S. District Court for the ")
                    + PARTS.get(district.group(2)) + "District of " + STATES.get(district.group(1));
        }
        return "U.S. court " + court;
    }

    static boolean isOfAppeals(String court) {
        return court.equals("scotus") || court.matches("ca(dc|fc|[0-9]|1[01])");
    }
}
