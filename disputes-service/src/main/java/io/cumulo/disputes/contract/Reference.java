package io.cumulo.disputes.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody's files call a contract.
 *
 * @param scheme whose number it is, such as solicitation, piid or ocid
 * @param value as printed
 */
public record Reference(
        @NotNull
        @Size(max = 40)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be a scheme such as solicitation, piid or ocid")
        String scheme,

        @NotBlank @Size(max = 200) String value) {}
