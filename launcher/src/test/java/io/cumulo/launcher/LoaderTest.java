package io.cumulo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private PlayedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new PlayedGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Loader.Summary load(String entries) throws IOException {
        Files.writeString(
                folder.resolve("sources.json"),
                "{\"reuters\":{\"publisher\":\"Reuters\",\"title\":\"T\",\"language\":\"en\"}}");
        Files.writeString(folder.resolve("01-facts.json"), entries);
        return new Loader(gateway.url(), "token", Duration.ofSeconds(20), said::add).load(Dataset.read(folder));
    }

    private static String entry(String path, String title) {
        return "{\"path\":\"" + path + "\",\"body\":{\"title\":\"" + title
                + "\",\"sources\":[{\"ref\":\"reuters\",\"quote\":\"q\",\"language\":\"es\"}]}}";
    }

    @Test
    void loading_twice_changes_nothing() throws IOException {
        String entries = "[" + entry("/v1/companies/a", "A") + "," + entry("/v1/companies/b", "B") + "]";

        assertThat(load(entries)).isEqualTo(new Loader.Summary(2, 0, 0, 0));
        assertThat(load(entries)).isEqualTo(new Loader.Summary(0, 0, 2, 0));
        assertThat(gateway.versions("/v1/companies/a")).hasSize(1);
    }

    @Test
    void a_changed_entry_becomes_a_new_version() throws IOException {
        assertThat(load("[" + entry("/v1/companies/a", "A") + "]")).isEqualTo(new Loader.Summary(1, 0, 0, 0));

        assertThat(load("[" + entry("/v1/companies/a", "B") + "]")).isEqualTo(new Loader.Summary(0, 1, 0, 0));
        assertThat(gateway.versions("/v1/companies/a")).hasSize(2);
    }

    @Test
    void a_source_is_spelt_out_and_its_own_members_override() throws IOException {
        assertThat(load("[" + entry("/v1/companies/a", "A") + "]").created()).isEqualTo(1);

        assertThat(gateway.versions("/v1/companies/a").get(0))
                .contains("\"publisher\":\"Reuters\"", "\"quote\":\"q\"", "\"language\":\"es\"")
                .doesNotContain("ref", "\"en\"");
        assertThat(gateway.authorizations).containsOnly("Bearer token");
    }

    @Test
    void a_refused_entry_is_told_with_its_faults_and_the_rest_goes_on() throws IOException {
        assertThat(load("[" + entry("/v1/companies/a", "wrong") + "," + entry("/v1/companies/b", "B") + "]"))
                .isEqualTo(new Loader.Summary(1, 0, 0, 1));

        assertThat(said)
                .singleElement()
                .asString()
                .contains("01-facts.json[0]", "/v1/companies/a", "422", "/amount is finer than cents");
    }

    @Test
    void a_platform_that_is_away_for_a_moment_is_asked_again() throws IOException {
        gateway.unavailable.set(3);

        assertThat(load("[" + entry("/v1/companies/a", "A") + "]")).isEqualTo(new Loader.Summary(1, 0, 0, 0));
    }

    @Test
    void nothing_is_sent_of_a_dataset_with_a_mistake() throws IOException {
        assertThatThrownBy(() -> load("[" + entry("/v1/companies/a", "A") + ",\n{"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("01-facts.json, line 2");
        assertThatThrownBy(() -> load("[" + entry("/v1/companies/a", "A").replace("reuters", "nobody") + "]"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("names no source nobody");
        assertThatThrownBy(() -> load("[{\"path\":\"http://elsewhere/\",\"body\":{}}]"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("01-facts.json[0]");
        assertThat(gateway.authorizations).isEmpty();
    }

    @Test
    void a_file_of_another_format_is_imported_to_its_end() throws IOException {
        Files.writeString(folder.resolve("days.csv"), "Date,USD\n");
        assertThat(load("[{\"import\":\"/v1/rates/imports\",\"format\":\"eurofxref\",\"file\":\"days.csv\"}]"))
                .isEqualTo(new Loader.Summary(2, 0, 3, 1));
        assertThat(gateway.versions("/v1/rates/imports")).containsExactly("format=eurofxref: Date,USD\n");
        assertThat(said).anyMatch(line -> line.contains("/v1/rates/imports/job/rejections"));
    }

    @Test
    void a_file_that_isnt_there_or_lies_elsewhere_is_a_mistake() {
        for (String file : List.of("none.csv", "../none.csv", "")) {
            assertThatThrownBy(() -> load(
                            "[{\"import\":\"/v1/rates/imports\",\"format\":\"eurofxref\",\"file\":\"" + file + "\"}]"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("[0]");
        }
    }
}
