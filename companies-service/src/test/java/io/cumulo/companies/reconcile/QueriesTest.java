package io.cumulo.companies.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cumulo.companies.profile.CompanyKind;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void a_batch_is_read_in_its_order_with_types_and_properties() {
        Map<String, Query> queries = parse("""
                {"q1": {"query": " Alibaba ", "type": "company", "limit": 3,
                        "properties": [{"pid": "country", "v": {"id": "CN", "name": "China"}}, {"pid": "lei", "v": [12, ""]}]},
                 "q0": {"query": "AWS", "type": ["brand", "business-unit"], "type_strict": "any", "later": true}}""");
        assertThat(queries.keySet()).containsExactly("q1", "q0");
        assertThat(queries.get("q1").text()).isEqualTo("Alibaba");
        assertThat(queries.get("q1").kinds()).containsExactly(CompanyKind.COMPANY);
        assertThat(queries.get("q1").expected())
                .isEqualTo(Map.of(
                        io.cumulo.companies.reconcile.Property.COUNTRY,
                        List.of("CN"),
                        io.cumulo.companies.reconcile.Property.LEI,
                        List.of("12")));
        assertThat(queries.get("q0").kinds()).containsExactlyInAnyOrder(CompanyKind.BRAND, CompanyKind.BUSINESS_UNIT);
        assertThat(queries.get("q0").limit()).isEqualTo(5);
    }

    @Test
    void a_name_that_is_given_twice_is_refused() {
        assertThatThrownBy(() -> parse("{\"q0\":{\"query\":\"Alibaba\"},\"q0\":{\"query\":\"Amazon\"}}"))
                .isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> parse("{\"q0\":{\"query\":\"Alibaba\",\"query\":\"Amazon\"}}"))
                .isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> parse("{\"q0\":{\"query\":\"Alibaba\"}} {\"q1\":{\"query\":\"Amazon\"}}"))
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void everything_wrong_with_a_batch_is_told_at_once() {
        assertThatThrownBy(() -> parse("""
                        {"a": {"query": ""}, "b": {"query": "x", "type": "planet"}, "c": {"query": "x", "limit": 0},
                         "d": {"query": "x", "properties": [{"pid": "colour", "v": "red"}]}}""")).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(400);
            assertThat(problem.getParameters().get("errors").toString())
                    .contains("a: query", "no type planet", "limit must", "no property colour");
        });
    }

    @Property
    void any_text_is_read_or_refused(@ForAll String text) {
        try {
            assertThat(parse(text)).isNotNull();
        } catch (HttpProblem refused) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
        }
    }

    @Property
    void any_name_is_read_or_refused(@ForAll String name) throws Exception {
        String batch = MAPPER.writeValueAsString(Map.of("q", Map.of("query", name)));
        try {
            assertThat(parse(batch).get("q").text()).isEqualTo(name.strip());
        } catch (HttpProblem refused) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
        }
    }

    private static Map<String, Query> parse(String json) {
        return Queries.parse(MAPPER, json);
    }
}
