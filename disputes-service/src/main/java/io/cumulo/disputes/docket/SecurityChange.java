package io.cumulo.disputes.docket;

import io.cumulo.kit.value.Citation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became known of a move of a security.
 *
 * @param what ordered, posted, increased, released or paid-out when it is new; corrected when it is another than was known; retracted when
 *     it never was
 * @param move as it is now known; for a retracted one as it was
 * @param sources on whose word
 */
record SecurityChange(String what, ToldMove move, List<Citation> sources) {

    /** @param word on whose word moves are taken back; each other one has sources of its own */
    static List<SecurityChange> between(List<ToldMove> before, List<ToldMove> now, List<Citation> word) {
        Map<String, ToldMove> known = byEntry(before);
        Map<String, ToldMove> standing = byEntry(now);
        Stream<SecurityChange> gone = before.stream()
                .filter(move -> !standing.containsKey(move.entry()))
                .map(move -> new SecurityChange("retracted", move, word));
        Stream<SecurityChange> told = now.stream()
                .filter(move -> !move.equals(known.get(move.entry())))
                .map(move -> new SecurityChange(
                        known.containsKey(move.entry()) ? "corrected" : verb(move), move, move.sources()));
        return Stream.concat(gone, told).toList();
    }

    private static String verb(ToldMove move) {
        return move.kind().word().replaceFirst("^security-", "");
    }

    private static Map<String, ToldMove> byEntry(List<ToldMove> moves) {
        return moves.stream().collect(Collectors.toMap(ToldMove::entry, Function.identity()));
    }
}
