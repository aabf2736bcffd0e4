package io.cumulo.disputes.docket;

import static io.cumulo.disputes.docket.Entries.entry;
import static io.cumulo.disputes.docket.Entries.numbered;

import io.cumulo.disputes.docket.Particulars.Dismissal;
import io.cumulo.disputes.docket.Particulars.Intervention;
import io.cumulo.disputes.docket.Particulars.Party;
import io.cumulo.disputes.docket.Particulars.Stay;
import java.util.List;

/** Amazon Web Services, Inc. v. United States, No. 19-1796C (Court of Federal Claims), as far as it was published. */
final class JediDocket {

    static final List<DocketEntry> ENTRIES = List.of(
            entry("pre-filing-notice", EntryKind.NOTICE, "2019-11-08"),
            entry("complaint", EntryKind.FILING, "2019-11-22"),
            entry("microsoft-joins", EntryKind.INTERVENTION, "2019-11-22", new Intervention(new Party("microsoft"))),
            numbered(entry("redacted-complaint", EntryKind.FILING, "2019-12-09"), "26"),
            entry("motion-for-injunction", EntryKind.MOTION, "2020-01-22"),
            numbered(entry("bond-ordered", EntryKind.SECURITY_ORDERED, "2020-02-13", bond()), "164"),
            numbered(entry("injunction", EntryKind.INJUNCTION_GRANTED, "2020-02-13"), "164"),
            numbered(entry("public-opinion", EntryKind.ORDER, "2020-03-06"), "173"),
            entry("stay", EntryKind.STAY, "2020-04-17", new Stay(OrderScope.PROCEEDINGS)),
            entry("re-award", EntryKind.CORRECTIVE_ACTION, "2020-09-04"),
            numbered(entry("amended-complaint", EntryKind.FILING, "2020-10-23"), "236"),
            entry("motions-to-dismiss", EntryKind.MOTION, "2020-11-06"),
            entry("motions-denied", EntryKind.ORDER, "2021-04-28"),
            entry("dismissal", EntryKind.DISMISSAL, "2021-07-09", new Dismissal(DismissalReason.MOOT)));

    private JediDocket() {}

    private static Particulars bond() {
        return Entries.ordered("pi-bond", 42_000_000);
    }
}
