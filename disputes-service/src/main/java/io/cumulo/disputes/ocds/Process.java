package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A contracting process as its releases tell it, in the order of their dates.
 *
 * @param steps what was told when each release was out
 */
record Process(List<Step> steps) {

    /** Releases of one instant go by their ids: whoever imports them in another order gets the same. */
    private static final Comparator<Release> IN_ORDER =
            Comparator.comparing(Release::releasedAt).thenComparing(Release::releaseId);

    Process {
        steps = List.copyOf(steps);
    }

    /**
     * What is told from a release on.
     *
     * @param told by it and those before it, merged
     */
    record Step(Release release, ObjectNode told) {}

    static Process of(List<Release> releases) {
        List<Step> steps = new ArrayList<>();
        ObjectNode told = Ocds.JSON.createObjectNode();
        for (Release release : merged(releases)) {
            Merge.add(told, content(release));
            steps.add(new Step(release, told.deepCopy()));
        }
        return new Process(steps);
    }

    /** In the order of their dates; a compiled release counts where nobody has those that it was compiled from. */
    static List<Release> merged(List<Release> releases) {
        List<Release> published =
                releases.stream().filter(release -> !isCompiled(release)).toList();
        return (published.isEmpty() ? releases : published)
                .stream().sorted(IN_ORDER).toList();
    }

    static ObjectNode content(Release release) {
        return (ObjectNode) Ocds.tree(release.content());
    }

    private static boolean isCompiled(Release release) {
        return release.tag().contains("compiled");
    }
}
