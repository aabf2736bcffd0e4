package io.cumulo.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNamesTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/companies, true, listCompanies",
        "GET, /v1/companies/{company}, false, getCompany",
        "POST, /v1/companies, false, createCompany",
        "PUT, /v1/companies/{company}/roles/{role}, false, putCompanyRole",
        "GET, /v1/companies/{company}/market-positions, true, listCompanyMarketPositions",
        "GET, /v1/companies/{company}/roles/{role}/history, false, getCompanyRoleHistory",
        "POST, /v1/companies/{company}/roles/{role}/retraction, false, retractCompanyRole",
        "POST, /v1/commitments/{commitment}/disbursements, false, createCommitmentDisbursement",
        "GET, /v1/analysis/commitments, true, listAnalysisCommitments",
        "ASK, /v1/reconcile, false, askReconcile",
        "GET, /, false, getIndex"
    })
    void an_operation_is_named_after_its_method_and_path(String method, String path, boolean list, String name) {
        assertThat(OperationNames.of(method, path, list)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/companies/{id}, /v1/companies/{company}",
        "/v1/companies/{subject}/market-positions/{id}, /v1/companies/{company}/market-positions/{marketPosition}",
        "/v1/disputes/{dispute}/docket/{entry}, /v1/disputes/{dispute}/docket/{entry}"
    })
    void a_key_is_named_after_what_it_stands_below_unless_it_has_a_name(String path, String named) {
        assertThat(OperationNames.withNamedParameters(path)).isEqualTo(named);
    }
}
