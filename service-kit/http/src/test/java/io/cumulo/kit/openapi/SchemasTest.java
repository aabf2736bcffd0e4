package io.cumulo.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cumulo.kit.value.Key;
import io.cumulo.kit.value.PartialDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

class SchemasTest {

    enum Colour {
        @JsonProperty("light-blue")
        LIGHT_BLUE
    }

    record Paint(
            @NotBlank @Size(max = 5) String name,
            @Key String by,
            @NotNull Colour colour,
            PartialDate on,
            @Size(max = 3) List<@Key String> shades) {}

    /**
     * As it is answered.
     *
     * @param until null: it lasts
     */
    record Shown<T>(
            String id,
            @JsonUnwrapped T body,
            Instant until,
            Optional<String> note,
            @JsonInclude(JsonInclude.Include.NON_NULL) String left) {}

    private final Schemas schemas = new Schemas();

    private Schema paint() {
        schemas.state(schemas.type(Paint.class));
        schemas.of(schemas.type(Paint.class));
        return schemas.components().get("SchemasTestPaint");
    }

    @Test
    void what_a_client_writes_needs_what_must_be_there_and_takes_nothing_unknown() {
        assertThat(paint().getRequired()).containsExactly("name", "colour");
        assertThat(paint().getAdditionalPropertiesBoolean()).isFalse();
        assertThat(paint().getProperties().get("by").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
    }

    @Test
    void the_rules_of_bean_validation_stand_in_the_schema_also_those_that_are_composed() {
        Schema paint = paint();
        assertThat(paint.getProperties().get("name").getMaxLength()).isEqualTo(5);
        assertThat(paint.getProperties().get("name").getPattern()).isEqualTo("\\S");
        assertThat(paint.getProperties().get("by").getPattern()).isEqualTo("^(?:" + Key.PATTERN + ")$");
        assertThat(paint.getProperties().get("shades").getMaxItems()).isEqualTo(3);
        assertThat(paint.getProperties().get("shades").getItems().getMaxLength())
                .isEqualTo(Key.MAX_LENGTH);
        assertThat(paint.getProperties().get("on").getPattern()).startsWith("^[0-9]{4}");
    }

    @Test
    void constants_are_named_as_on_the_wire() {
        paint();
        assertThat(schemas.components().get("SchemasTestColour").getEnumeration())
                .containsExactly("light-blue");
    }

    @Test
    void what_is_answered_has_all_its_members_but_those_that_are_left_out() {
        schemas.state(schemas.type(Paint.class));
        schemas.of(schemas.type(new com.fasterxml.jackson.core.type.TypeReference<Shown<Paint>>() {}.getType()));
        Schema shown = schemas.components().values().stream()
                .filter(schema ->
                        schema.getProperties() != null && schema.getProperties().containsKey("until"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.getProperties()).containsKeys("id", "name", "colour", "until", "note", "left");
        assertThat(shown.getRequired()).contains("id", "name", "until", "note").doesNotContain("left", "by");
        assertThat(shown.getProperties().get("note").getType()).contains(SchemaType.NULL);
        assertThat(shown.getAdditionalPropertiesBoolean()).isNull();
    }

    @Test
    void the_descriptions_are_those_of_the_sources() {
        JavadocOf said = JavadocOf.read(
                "/** Other. */ class Other {}\n/**\n * A {@code thing}.\n *\n * @param until null: it lasts\n */\n@Deprecated\npublic record Thing(String until) {}",
                "Thing");
        assertThat(said.summary()).isEqualTo("A `thing`.");
        assertThat(said.components()).containsEntry("until", "null: it lasts");
        assertThat(said.saysNull("until")).isTrue();
        assertThat(said.saysNull("id")).isFalse();
    }
}
