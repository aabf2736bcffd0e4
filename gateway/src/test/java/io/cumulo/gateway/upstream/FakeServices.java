package io.cumulo.gateway.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** The three services, played. Tests have a field of this type. */
public class FakeServices implements QuarkusTestResourceLifecycleManager {

    private Vertx vertx;
    private FakeService companies;
    private FakeService investments;
    private FakeService disputes;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        companies = new FakeService(vertx);
        investments = new FakeService(vertx);
        disputes = new FakeService(vertx);
        return Map.of(
                "cumulo.companies.url", companies.url(),
                "cumulo.investments.url", investments.url(),
                "cumulo.disputes.url", disputes.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeServices.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    public FakeService companies() {
        return companies;
    }

    public FakeService investments() {
        return investments;
    }

    public FakeService disputes() {
        return disputes;
    }

    public FakeService named(String name) {
        return Map.of("companies", companies, "investments", investments, "disputes", disputes)
                .get(name);
    }

    public void reset() {
        List.of(companies, investments, disputes).forEach(FakeService::reset);
    }
}
