package io.cumulo.gateway.identity;

import io.cumulo.gateway.identity.KeyHolders.KeyHolder;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/** Knows callers by their API key. A bearer token, where there is one, is looked at first. */
@Alternative
@Priority(1)
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private final KeyHolders holders;
    private final HolderTokens tokens;

    ApiKeyMechanism(KeyHolders holders, HolderTokens tokens) {
        this.holders = holders;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        return ApiKey.in(context.request()).map(key -> identity(context, key)).orElseGet(() -> Uni.createFrom()
                .nullItem());
    }

    private Uni<SecurityIdentity> identity(RoutingContext context, String key) {
        return holders.of(key)
                .map(holder -> Uni.createFrom().item(identity(context, holder)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private SecurityIdentity identity(RoutingContext context, KeyHolder holder) {
        tokens.of(holder).ifPresent(token -> PassedIdentity.pass(context, token));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("api-key:" + holder.name()))
                .addRoles(holder.groups())
                .build();
    }

    /** The other mechanism's challenge is the one that is sent. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY - 1;
    }
}
