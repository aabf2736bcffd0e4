package io.cumulo.gateway.observability;

import io.cumulo.gateway.limits.ClientAddress;
import io.cumulo.kit.observability.RequestId;
import io.cumulo.kit.observability.TraceId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * One line for each request, with its figures as members of the line's {@code mdc}. Neither headers nor queries are written: there may be a secret
 * in them.
 */
@ApplicationScoped
public class AccessLog {

    private static final String NAME = "io.cumulo.gateway.access";
    private static final Logger LOG = Logger.getLogger(NAME);

    /** Before everything else: what is refused is written down too. */
    private static final int FIRST = 1_100;

    private static final int LONGEST_NAME = 500;

    private final ClientAddress addresses;
    private final boolean enabled;

    AccessLog(
            ClientAddress addresses,
            @ConfigProperty(name = "cumulo.access-log", defaultValue = "true") boolean enabled) {
        this.addresses = addresses;
        this.enabled = enabled;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext context) {
        if (enabled && LOG.isLoggable(Level.INFO)) {
            long start = System.nanoTime();
            String trace = TraceId.current().orElse("");
            context.addEndHandler(ended -> write(context, trace, System.nanoTime() - start));
        }
        context.next();
    }

    private void write(RoutingContext context, String trace, long nanos) {
        HttpServerRequest request = context.request();
        int status = context.response().getStatusCode();
        String method = cut(request.method().name());
        String path = cut(String.valueOf(request.path()));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("requestId", RequestId.of(context));
        members.put("traceId", trace);
        members.put("method", method);
        members.put("path", path);
        members.put("status", status);
        members.put("micros", TimeUnit.NANOSECONDS.toMicros(nanos));
        members.put("bytesIn", request.bytesRead());
        members.put("bytesOut", context.response().bytesWritten());
        members.put("protocol", request.version().alpnName());
        members.put("caller", caller(context));
        members.put("complete", context.response().ended());
        ExtLogRecord line =
                new ExtLogRecord(Level.INFO, method + " " + path + " " + status, FormatStyle.NO_FORMAT, NAME);
        line.setLoggerName(NAME);
        line.setMdc(members);
        LOG.logRaw(line);
    }

    private String caller(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            return user.getSecurityIdentity().getPrincipal().getName();
        }
        return addresses.of(context.request());
    }

    /** As sent, without what would begin a line of its own. */
    private static String cut(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
