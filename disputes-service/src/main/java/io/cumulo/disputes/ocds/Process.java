package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/** A contracting process as its releases tell it, in the order of their dates. */
final class Process {

    /** Releases of one instant go by their ids: whoever imports them in another order gets the same. */
    private static final Comparator<Release> IN_ORDER =
            Comparator.comparing(Release::releasedAt).thenComparing(Release::releaseId);

    private Process() {}

    /** What is told from a release on. */
    @FunctionalInterface
    interface Step {

        /** @param told by the release and those before it, merged; the next one changes it */
        void is(Release release, ObjectNode told);
    }

    /** Goes through the process release by release. What they tell together grows: of each step it is held until the next. */
    static void steps(List<Release> releases, Step step) {
        ObjectNode told = Ocds.JSON.createObjectNode();
        for (Release release : merged(releases)) {
            Merge.add(told, content(release));
            step.is(release, told);
        }
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
