package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import io.cumulo.disputes.contract.StatedParty;
import io.cumulo.disputes.intake.OrganizationId;
import java.util.Map;
import java.util.Optional;

/** Who buys, by a release itself: what lists of releases are asked for. */
final class Buyer {

    private Buyer() {}

    static Release of(Release release, Map<OrganizationId, String> known) {
        JsonNode content = Process.content(release);
        Parties parties = Parties.in(content);
        Optional<String> stated = parties.with(StatedParty.BUYER).stream().findFirst();
        Optional<String> company = stated.flatMap(id -> parties.company(id, known));
        return new Release(
                release.ocid(),
                release.releaseId(),
                release.date(),
                release.releasedAt(),
                release.tag(),
                company.orElse(null),
                stated.orElse(null),
                release.content(),
                release.publishedIn(),
                release.digest());
    }
}
