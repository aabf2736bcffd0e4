package io.cumulo.investments.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.investments.Import;
import io.restassured.path.json.JsonPath;

/** Some days of the ECB's reference rates, written down for tests. */
public final class EcbRates {

    /** A line for a day, as in the history: columns of currencies that have ended, cells without a rate, a comma at the end. */
    static final String HISTORY = """
            Date,USD,JPY,GBP,HRK,RUB,CNY,ISK,CYP,
            2022-12-30,1.0666,140.66,0.88693,7.5365,N/A,7.3582,151.5,N/A,
            2020-04-21,1.0837,116.39,0.8812,7.57,83.2936,7.6888,157.80,N/A,
            2020-04-20,1.086,117.11,0.87343,7.5503,80.9728,7.6819,156.9,N/A,
            2020-04-17,1.086,116.86,0.86978,7.5715,80.365,7.6821,156.5,N/A,
            """;

    private EcbRates() {}

    public static void record() {
        JsonPath job = Import.of("/v1/rates", "eurofxref", HISTORY);
        assertThat(job.getInt("rejected")).isZero();
    }
}
