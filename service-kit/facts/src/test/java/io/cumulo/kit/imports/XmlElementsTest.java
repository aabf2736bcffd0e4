package io.cumulo.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlElementsTest {

    @Test
    void each_element_of_a_name_is_an_entry_with_its_line() throws IOException {
        List<Entry> entries = read(XmlElements.named("item"), """
                <list>
                  <item n="1">a</item>
                  <group>
                    <item
                        n="2"><item n="inner"/></item>
                  </group>
                </list>
                """);
        assertThat(entries).extracting(Entry::line).containsExactly(2L, 4L);
        XmlElement second = XmlElement.parse(entries.get(1).text());
        assertThat(second.attribute("n")).contains("2");
        assertThat(second.at("item").orElseThrow().attribute("n")).contains("inner");
    }

    @Test
    void an_entry_stands_alone_with_the_namespaces_and_the_language_around_it() throws IOException {
        List<Entry> entries = read(XmlElements.named("notice"), """
                <all xmlns="urn:all" xmlns:x="urn:x" xml:lang="es">
                  <x:notice x:kind="k"><plain><![CDATA[1 < 2]]></plain><x:own/></x:notice>
                  <notice xml:lang="fr" xmlns="urn:other">uno &amp; due</notice>
                </all>
                """);
        XmlElement first = XmlElement.parse(entries.get(0).text());
        assertThat(first.namespace()).isEqualTo("urn:x");
        assertThat(first.attributes()).containsEntry("xml:lang", "es").containsEntry("kind", "k");
        assertThat(first.at("plain").orElseThrow().namespace()).isEqualTo("urn:all");
        assertThat(first.textAt("plain")).contains("1 < 2");
        XmlElement second = XmlElement.parse(entries.get(1).text());
        assertThat(second.namespace()).isEqualTo("urn:other");
        assertThat(second.attribute("xml:lang")).contains("fr");
        assertThat(second.text()).isEqualTo("uno & due");
    }

    @Test
    void a_document_can_be_one_entry() throws IOException {
        List<Entry> entries = read(XmlElements.whole(), "<?xml version=\"1.0\"?><!-- c --><notice><id>7</id></notice>");
        assertThat(entries).hasSize(1);
        assertThat(XmlElement.parse(entries.get(0).text()).textAt("id")).contains("7");
    }

    @Test
    void a_document_is_read_in_the_encoding_that_it_states() throws IOException {
        String document = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ñ</a>";
        List<Entry> entries = read(XmlElements.named("a"), document, StandardCharsets.ISO_8859_1);
        assertThat(XmlElement.parse(entries.get(0).text()).text()).isEqualTo("ñ");
    }

    @Test
    void nothing_outside_of_the_document_is_read_and_nothing_is_expanded() throws IOException {
        List<Entry> entries = read(XmlElements.named("a"), """
                <!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/hostname"><!ENTITY l "lol"><!ENTITY m "&l;&l;">]>
                <a>&secret;&m;</a>
                """);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("a document type isn't taken"));
        assertThat(read(XmlElements.named("a"), "<a>&unknown;</a>").get(0).fault())
                .isPresent();
        assertThatThrownBy(() -> XmlElement.parse("<!DOCTYPE a><a/>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_came_before_a_break_is_taken() throws IOException {
        List<Entry> entries = read(XmlElements.named("a"), "<all><a>1</a>\n<a>2</b></all>");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).fault()).isEmpty();
        assertThat(entries.get(1).line()).isEqualTo(2);
        assertThat(entries.get(1).fault())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("the document can't be read further"));
        for (String none : List.of("", "no xml", "<all/>", "\u0000")) {
            assertThat(read(XmlElements.named("a"), none)).as(none).hasSize(1).allMatch(entry -> entry.fault()
                    .isPresent());
        }
    }

    @Test
    void elements_without_end_are_refused() throws IOException {
        assertThat(read(XmlElements.named("a"), "<a>".repeat(100_000)).get(0).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("nested deeper"));
        assertThat(read(XmlElements.named("none"), "<a>".repeat(100_000)).get(0).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("nested deeper"));
    }

    @Test
    void an_upload_that_breaks_off_is_no_fault_of_the_document() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("<all><a>1</a>".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset by peer");
                    }
                });
        assertThatThrownBy(() -> XmlElements.named("a").read(broken, entry -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("reset by peer");
    }

    private static List<Entry> read(EntryReader reader, String document) throws IOException {
        return read(reader, document, StandardCharsets.UTF_8);
    }

    private static List<Entry> read(EntryReader reader, String document, Charset charset) throws IOException {
        List<Entry> entries = new ArrayList<>();
        reader.read(new ByteArrayInputStream(document.getBytes(charset)), entries::add);
        return entries;
    }
}
