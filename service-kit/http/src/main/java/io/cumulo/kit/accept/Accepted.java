package io.cumulo.kit.accept;

import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client takes (RFC 9110, section 12.5.1). */
public final class Accepted {

    private final List<MediaRange> ranges;

    private Accepted(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * What the Accept headers of a request say; whoever says nothing takes anything. Empty members are left aside (section 5.6.1).
     *
     * @throws IllegalArgumentException where a member is no media range
     */
    public static Accepted of(List<String> headers) {
        List<MediaRange> ranges = headers.stream()
                .flatMap(header -> Weighted.list(header).stream())
                .map(MediaRange::of)
                .toList();
        return new Accepted(ranges.isEmpty() ? List.of(MediaRange.ANYTHING) : ranges);
    }

    public boolean takes(MediaType type) {
        return deciding(type).map(range -> range.weight() > 0).orElse(false);
    }

    /** Which of these the client likes best, and the first where it has no wish; empty when it takes none of them. */
    public Optional<MediaType> best(Collection<MediaType> offered) {
        return offered.stream()
                .filter(this::takes)
                .min(Comparator.comparing(
                        type -> deciding(type).orElseThrow(), MediaRange.BEST_FIRST.thenComparing(ranges::indexOf)));
    }

    /** The range that names a type most exactly; of several, the one that likes it best. */
    private Optional<MediaRange> deciding(MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaRange::exactness).reversed().thenComparing(MediaRange.BEST_FIRST));
    }

    /** As one header that any reader reads in the same way. */
    @Override
    public String toString() {
        return ranges.stream().map(MediaRange::toString).collect(Collectors.joining(", "));
    }
}
