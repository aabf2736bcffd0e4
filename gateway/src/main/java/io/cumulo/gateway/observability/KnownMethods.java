package io.cumulo.gateway.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The methods that are told apart (RFC 9110, section 9, without that for tunnels, and RFC 5789). A client may call one as it likes, and what is
 * counted under its name is kept for as long as the process lives: all others have one name together.
 */
@Singleton
public class KnownMethods {

    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final String TAG = "method";
    private static final Tag OTHER = Tag.of(TAG, "OTHER");

    public static boolean include(String method) {
        return KNOWN.contains(method);
    }

    @Produces
    @Singleton
    MeterFilter labels() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id meter) {
                String method = meter.getName().startsWith("http.server.") ? meter.getTag(TAG) : null;
                return method == null || include(method) ? meter : meter.withTag(OTHER);
            }
        };
    }
}
