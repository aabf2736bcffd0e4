package io.cumulo.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void a_citation_stands_once_with_the_paths_of_all_that_cite_it() throws Exception {
        ObjectNode profile = json("{'id':'a','sources':[{'publisher':'Reuters','title':'X','quote':null}]}");
        ObjectNode claim = json("{'id':'c','sources':[{'publisher':'El Independiente','title':'Y'}],"
                + "'corrections':[{'id':'k','sources':[{'title':'X','quote':null,'publisher':'Reuters'}]}]}");
        ObjectNode contract = json("{'id':'jedi','sources':[{'publisher':'Reuters','title':'X','quote':'other words'}],"
                + "'termination':{'on':'2021-07-06','sources':[{'publisher':'Reuters','title':'X','quote':null}]}}");
        List<ObjectNode> sources = Sources.of(
                "/v1/companies/a",
                profile,
                List.of(
                        new Item(Section.CLAIMS, "/v1/claims/c", claim),
                        new Item(Section.CONTRACTS, "/v1/contracts/jedi", contract)),
                Map.of());
        assertThat(sources).hasSize(3);
        assertThat(citedBy(sources.get(0)))
                .containsExactly("/v1/companies/a", "/v1/claims/c/corrections/k", "/v1/contracts/jedi/termination");
        assertThat(citedBy(sources.get(1))).containsExactly("/v1/claims/c");
        assertThat(sources.get(2).path("quote").asText()).isEqualTo("other words");
        assertThat(profile.at("/sources/0").has("citedBy")).isFalse();
    }

    private static List<String> citedBy(JsonNode source) {
        return StreamSupport.stream(source.path("citedBy").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    }
}
