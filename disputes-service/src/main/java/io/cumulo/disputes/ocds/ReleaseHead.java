package io.cumulo.disputes.ocds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cumulo.disputes.intake.Digest;
import java.time.LocalDate;

/** What makes a release of what is told. */
final class ReleaseHead {

    private static final int NAMED_BY = 12;

    private ReleaseHead() {}

    /** Its id tells what it says: another content has another id, whenever and wherever it is made. */
    static ObjectNode of(String ocid, LocalDate day, String tag, ObjectNode told) {
        ObjectNode release = Ocds.JSON.createObjectNode();
        release.put("ocid", ocid);
        release.put("id", ocid + "-" + day + "-" + Digest.of(told).substring(0, NAMED_BY));
        release.put("date", day + "T00:00:00Z");
        release.putArray("tag").add(tag);
        release.put("initiationType", "tender");
        release.setAll(told);
        return release;
    }
}
