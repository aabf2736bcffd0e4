package io.cumulo.kit.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A file on its way into the record.
 *
 * @param state receiving, running, done or failed
 * @param received entries that the file holds, as far as it arrived
 * @param read entries that were looked at
 * @param accepted entries of which something was recorded
 * @param unchanged entries that stood already
 * @param rejected entries that were refused, and are listed with their reasons
 * @param putOff entries that were refused and are tried once more when all others were read
 * @param unmapped how often the file says what there is no place for, by path
 * @param startedAt when its first byte came
 * @param finishedAt null while it isn't done
 * @param failure why the job failed; null otherwise
 */
public record ImportJob(
        UUID id,
        @JsonIgnore String path,
        @JsonIgnore String editor,
        String format,
        String state,
        long received,
        long read,
        long accepted,
        long unchanged,
        long rejected,
        @JsonIgnore long putOff,
        Map<String, Long> unmapped,
        String failure,
        Instant startedAt,
        Instant finishedAt) {

    /** How many entries have been taken up, the second tries among them. */
    long position() {
        return read + putOff;
    }
}
