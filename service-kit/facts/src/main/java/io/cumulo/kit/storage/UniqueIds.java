package io.cumulo.kit.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): in the order of their making, so that index pages fill one after the other. */
public final class UniqueIds {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private UniqueIds() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
