package io.cumulo.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a?b=c%20d", "/%E9%98%BF", "/%EF%BF%BD", "/%00", "/é?ñ=%C3%B1"})
    void what_is_text_in_utf_8_is_left_alone(String address) {
        assertThat(AddressCheck.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%", "/%a", "/%zz", "/a?b=%1", "/%ff", "/%C3", "/%C3a%B1", "/%C0%AE", "/%ED%A0%80", "/%C3é"})
    void what_is_none_is_refused(String address) {
        assertThat(AddressCheck.fault(address)).isPresent();
    }
}
