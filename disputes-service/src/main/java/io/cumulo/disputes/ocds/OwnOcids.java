package io.cumulo.disputes.ocds;

import io.cumulo.disputes.intake.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Open contracting ids of contracts that nobody else has given one: our prefix and the contract's key. */
@ApplicationScoped
class OwnOcids {

    private final String prefix;
    private final Optional<URI> base;

    /**
     * As configured.
     *
     * @param prefix registered with the standard's helpdesk: ocds- and six letters or digits
     * @param base where this platform is found by everybody, if it is
     */
    OwnOcids(
            @ConfigProperty(name = "cumulo.ocds.prefix", defaultValue = "ocds-cumulo") String prefix,
            @ConfigProperty(name = "cumulo.ocds.address") Optional<URI> base) {
        this.prefix = prefix;
        this.base = base;
    }

    String of(String contract) {
        return prefix + "-" + contract;
    }

    /** The contract, when the id is one of ours. */
    Optional<String> contract(String ocid) {
        return ocid.startsWith(prefix + "-") ? Optional.of(ocid.substring(prefix.length() + 1)) : Optional.empty();
    }

    /** The contract that a process is, whoever named it. */
    String contractOf(String ocid) {
        return Keys.of(contract(ocid).orElse(ocid));
    }

    /** The same wherever a release is made, so that it is the same release. */
    Optional<URI> base() {
        return base;
    }
}
