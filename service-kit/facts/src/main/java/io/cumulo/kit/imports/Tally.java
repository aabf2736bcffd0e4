package io.cumulo.kit.imports;

import io.cumulo.kit.imports.ImportJobs.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch came to. */
final class Tally {

    private long read;
    private long accepted;
    private long unchanged;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Numbered> putOff = new ArrayList<>();
    private final Map<String, Long> unmapped;

    Tally(Map<String, Long> unmapped) {
        this.unmapped = new TreeMap<>(unmapped);
    }

    void taken(ImportFormat.Taken taken) {
        read++;
        if (taken.changed()) {
            accepted++;
        } else {
            unchanged++;
        }
        taken.unmapped().forEach(path -> unmapped.merge(path, 1L, Long::sum));
    }

    void rejected(Rejection rejection) {
        read++;
        rejections.add(rejection);
    }

    void putOff(Numbered entry) {
        putOff.add(entry);
    }

    List<Numbered> putOff() {
        return putOff;
    }

    long read() {
        return read;
    }

    long accepted() {
        return accepted;
    }

    long unchanged() {
        return unchanged;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    Map<String, Long> unmapped() {
        return unmapped;
    }
}
