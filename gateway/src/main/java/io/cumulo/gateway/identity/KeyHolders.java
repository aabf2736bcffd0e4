package io.cumulo.gateway.identity;

import io.cumulo.gateway.identity.ApiKeys.Holder;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who holds which API key. Only hashes are known here. */
@Startup
@Singleton
public class KeyHolders {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int LONGEST_KEY = 200;

    private final Map<String, KeyHolder> byHash = new HashMap<>();

    /** @param groups as those of a token */
    record KeyHolder(String name, Set<String> groups) {

        boolean readsOnly() {
            return Set.of("reader").containsAll(groups);
        }
    }

    /** @throws ConfigurationException with everything that is wrong: the gateway doesn't start */
    public KeyHolders(ApiKeys keys) {
        List<String> faults = new ArrayList<>();
        keys.holders().forEach((name, holder) -> add(name, holder, faults));
        if (keys.signingKey().isEmpty()) {
            byHash.values().stream()
                    .filter(holder -> !holder.readsOnly())
                    .forEach(holder -> faults.add(holder.name() + " may do more than read, which needs a signing-key"));
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException("cumulo.api-keys can't be used: " + String.join("; ", faults));
        }
    }

    private void add(String name, Holder holder, List<String> faults) {
        String hash = holder.sha256().toLowerCase(Locale.ROOT);
        if (!SHA_256.matcher(hash).matches()) {
            faults.add("the sha256 of " + name + " must be 64 hexadecimal digits");
        } else if (byHash.put(hash, new KeyHolder(name, Set.copyOf(holder.groups()))) != null) {
            faults.add(name + " holds the same key as another");
        }
    }

    /** Whoever holds this key. Hashes are compared, so how long it takes tells nothing about any key. */
    Optional<KeyHolder> of(String key) {
        return key.length() > LONGEST_KEY ? Optional.empty() : Optional.ofNullable(byHash.get(hash(key)));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
