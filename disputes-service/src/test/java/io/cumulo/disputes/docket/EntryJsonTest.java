package io.cumulo.disputes.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryJsonTest {

    private final JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

    @ParameterizedTest
    @EnumSource
    void a_kind_is_written_in_kebab_case_and_read_back(EntryKind kind) throws JsonProcessingException {
        String json = mapper.writeValueAsString(kind);

        assertThat(json).matches("\"[a-z]+(-[a-z]+)*\"");
        assertThat(mapper.readValue(json, EntryKind.class)).isEqualTo(kind);
    }

    @Test
    void a_kind_that_there_is_not_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> EntryKind.of("injunction"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("kind must be one of notice, filing,")
                .hasMessageContaining("injunction-granted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "filing              | {}",
                "intervention        | {\"party\":{\"company\":\"microsoft\"}}",
                "ruling              | {\"outcome\":\"in-part\",\"grants\":[\"a new evaluation\"]}",
                "dismissal           | {\"reason\":\"failure-to-state-a-claim\"}",
                "stay                | {\"scope\":\"performance\"}",
                "injunction-granted  | {\"scope\":\"other\"}",
                "injunction-modified | {\"modifies\":\"pi\",\"scope\":\"performance\"}",
                "mandate             | {\"review\":\"reversed\"}",
                "stay-lifted         | {\"lifts\":\"cica-stay\"}",
                "injunction-lifted   | {\"lifts\":null}",
                "security-posted     | {\"security\":{\"id\":\"bond\",\"amount\":{\"amount\":\"42000000.00\",\"currency\":\"USD\"},\"to\":null}}",
                "security-paid-out   | {\"security\":{\"id\":\"bond\",\"amount\":null,\"to\":\"Microsoft\"}}",
                "security-ordered    | {\"security\":{\"id\":\"bond\",\"amount\":{\"amount\":\"42000000.00\",\"currency\":\"USD\"},\"rule\":\"RCFC 65(c)\",\"payer\":\"amazon-web-services\",\"protects\":\"the United States\",\"custodian\":\"the clerk\",\"condition\":\"wrongful injunction\",\"basis\":null,\"dueOn\":\"2020-02\"}}"
            })
    void the_particulars_are_the_extra_members_of_the_entry_on_the_wire(String kind, String json)
            throws JsonProcessingException {
        Particulars particulars = mapper.readValue(json, EntryKind.of(kind).particulars());

        assertThat(mapper.readTree(mapper.writeValueAsString(particulars))).isEqualTo(mapper.readTree(json));
    }

    @Test
    void what_a_request_may_leave_out_has_its_default() throws JsonProcessingException {
        assertThat(mapper.readValue("{}", Particulars.Stay.class))
                .isEqualTo(new Particulars.Stay(OrderScope.PROCEEDINGS));
        assertThat(mapper.readValue("{}", Particulars.Lifting.class)).isEqualTo(Particulars.Lifting.ALL);
        assertThat(mapper.readValue("{\"security\":{\"id\":\"bond\"}}", Particulars.SecurityChange.class))
                .isEqualTo(Entries.change("bond", Optional.empty()));
    }

    @Test
    void an_entry_with_the_particulars_of_another_kind_is_refused() {
        LocalDate day = LocalDate.parse("2020-02-13");

        assertThatThrownBy(() -> new DocketEntry("a", EntryKind.RULING, day, Optional.empty(), 1, Particulars.NONE))
                .hasMessage("the particulars do not fit the kind ruling");
        assertThatThrownBy(() -> mapper.readValue("{}", Particulars.Ruling.class))
                .hasMessageContaining("outcome is missing");
    }
}
