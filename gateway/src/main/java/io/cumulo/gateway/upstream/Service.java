package io.cumulo.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A service behind the gateway, at one or several addresses. */
public final class Service {

    private final String name;
    private final List<Instance> instances;
    private final List<String> paths;
    private final RetryBudget retries;
    private final Duration slowAfter;
    private final AtomicInteger turn = new AtomicInteger();

    Service(String name, Collection<URI> urls, Collection<String> paths, BreakerLimits limits) {
        this.name = name;
        this.instances = urls.stream().map(url -> new Instance(url, limits)).toList();
        this.paths = List.copyOf(paths);
        this.slowAfter = limits.slowAfter();
        this.retries = new RetryBudget(limits.retryShare());
    }

    /** As in the configuration, in {@code incomplete} and in health data. */
    public String name() {
        return name;
    }

    public List<Instance> instances() {
        return instances;
    }

    /** Path prefixes that it answers, such as {@code /v1/companies}. */
    public List<String> paths() {
        return paths;
    }

    /** Whether a normalised path lies under one of the prefixes, on whole segments. */
    public boolean answers(String path) {
        return paths.stream().anyMatch(prefix -> under(prefix, path));
    }

    static boolean under(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** Whether an absolute address points at this service. */
    public boolean owns(URI address) {
        return instances.stream().anyMatch(instance -> instance.at(address));
    }

    /**
     * The instance for the next request: of those that take requests the one with the fewest in progress, and rather one that wasn't tried yet.
     * Empty when all are left alone.
     */
    public Optional<Instance> next(Set<Instance> tried) {
        if (instances.size() == 1) {
            return Optional.of(instances.get(0)).filter(Instance::available);
        }
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        return IntStream.range(0, instances.size())
                .mapToObj(offset -> instances.get((first + offset) % instances.size()))
                .filter(Instance::available)
                .min(Comparator.<Instance, Boolean>comparing(tried::contains).thenComparing(Instance::inProgress));
    }

    /** How long it will be until an instance is tried again; zero when one takes requests. */
    public Duration untilNextTry() {
        return Duration.ofNanos(
                instances.stream().mapToLong(Instance::waitNanos).min().orElse(0));
    }

    /** From when on an answer counts as slow. */
    public Duration slowAfter() {
        return slowAfter;
    }

    /** Told of every request: it earns a share of a retry. */
    public void requestMade() {
        retries.requestMade();
    }

    /** Whether a request may be tried once more. */
    public boolean takeRetry() {
        return retries.take();
    }
}
