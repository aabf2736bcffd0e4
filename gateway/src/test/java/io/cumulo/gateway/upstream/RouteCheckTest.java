package io.cumulo.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cumulo.gateway.upstream.Upstreams.Upstream;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteCheckTest {

    private static final String PREFIX = "cumulo.upstreams.";

    private final Map<String, String> options = new HashMap<>(Map.of(
            PREFIX + "companies.url", "http://a:8081",
            PREFIX + "companies.paths", "/v1/companies,/v1/reconcile",
            PREFIX + "investments.url", "http://b1:8082,http://b2:8082",
            PREFIX + "investments.paths", "/v1/claims",
            PREFIX + "disputes.url", "https://c",
            PREFIX + "disputes.paths", "/v1/disputes"));

    @Test
    void good_routes_pass() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "companies.url ftp://a must_be_as_http://host:port",
                "companies.url http://a/path must_be_as_http://host:port",
                "companies.url http://user@a must_be_as_http://host:port",
                "companies.url http://a?x=1 must_be_as_http://host:port",
                "companies.url http://a:99999 must_be_as_http://host:port",
                "companies.url a:8081 must_be_as_http://host:port",
                "companies.url http://a,http://a names_an_address_twice",
                "companies.paths companies must_be_as_/v1/name",
                "companies.paths /v1 must_be_as_/v1/name",
                "companies.paths /v1/companies/ must_be_as_/v1/name",
                "companies.paths /v1/a/../b must_be_as_/v1/name",
                "companies.paths /v1/disputes/x overlaps_with_/v1/disputes",
                "companies.paths /v1/a,/v1/a overlaps_with_/v1/a",
                "disputes.paths /v1/claims overlaps_with_/v1/claims,_which_goes_to_investments",
            })
    void a_route_that_cannot_work_is_told(String option, String value, String message) {
        options.put(PREFIX + option, value);
        assertThatThrownBy(this::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be used: ")
                .hasMessageContaining(message.replace('_', ' '));
    }

    @Test
    void everything_that_is_wrong_is_told_in_one_message() {
        options.put(PREFIX + "companies.url", "nonsense");
        options.put(PREFIX + "disputes.paths", "/v1/claims/x");
        assertThatThrownBy(this::check)
                .hasMessageContaining("cumulo.upstreams.companies.url")
                .hasMessageContaining("cumulo.upstreams.disputes.paths");
    }

    @Test
    void an_option_that_nobody_knows_is_told() {
        options.put(PREFIX + "companies.urls", "http://a");
        assertThatThrownBy(this::check).hasMessageContaining("cumulo.upstreams.companies.urls");
    }

    @Test
    void a_path_is_under_its_prefix_on_whole_segments_only() {
        assertThat(Service.under("/v1/a", "/v1/a")).isTrue();
        assertThat(Service.under("/v1/a", "/v1/a/b")).isTrue();
        assertThat(Service.under("/v1/a", "/v1/ab")).isFalse();
        assertThat(Service.under("/v1/a", "/v1")).isFalse();
    }

    private void check() {
        Upstreams upstreams = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(Upstreams.class)
                .withSources(new PropertiesConfigSource(options, "test", 1))
                .build()
                .getConfigMapping(Upstreams.class);
        Map<String, Upstream> named = new LinkedHashMap<>();
        named.put("companies", upstreams.companies());
        named.put("investments", upstreams.investments());
        named.put("disputes", upstreams.disputes());
        RouteCheck.check(named);
    }
}
