package io.cumulo.gateway.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Stream;

/** The three services as processes of their own, the companies twice. Tests have a field of this type. */
public class ServiceProcesses implements QuarkusTestResourceLifecycleManager {

    private ServiceProcess companies;
    private ServiceProcess otherCompanies;
    private ServiceProcess investments;
    private ServiceProcess disputes;

    @Override
    public Map<String, String> start() {
        companies = new ServiceProcess();
        otherCompanies = new ServiceProcess();
        investments = new ServiceProcess();
        disputes = new ServiceProcess();
        return Map.of(
                "cumulo.companies.url", companies.url() + "," + otherCompanies.url(),
                "cumulo.investments.url", investments.url(),
                "cumulo.disputes.url", disputes.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ServiceProcesses.class));
    }

    @Override
    public void stop() {
        Stream.of(companies, otherCompanies, investments, disputes).forEach(ServiceProcess::close);
    }

    public ServiceProcess companies() {
        return companies;
    }

    public ServiceProcess otherCompanies() {
        return otherCompanies;
    }

    public ServiceProcess investments() {
        return investments;
    }

    public ServiceProcess disputes() {
        return disputes;
    }
}
