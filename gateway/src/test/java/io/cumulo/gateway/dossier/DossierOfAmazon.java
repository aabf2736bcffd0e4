package io.cumulo.gateway.dossier;

import static io.restassured.RestAssured.given;

import io.cumulo.gateway.upstream.FakeService;
import io.cumulo.gateway.upstream.FakeServices;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Amazon as three played services know it, and what their tests ask of its dossier. */
abstract class DossierOfAmazon {

    static final String AMAZON = "/v1/companies/amazon";
    static final String REUTERS = "[{'publisher':'Reuters','title':'Judge halts JEDI'}]";

    static final String INJUNCTION =
            "{'id':'injunction','kind':'injunction-granted','on':'2020-02-13','text':'halted','sources':" + REUTERS
                    + "}";

    FakeServices services;

    @BeforeEach
    final void amazon_as_recorded() {
        services.reset();
        var companies = services.companies();
        companies.onJson(AMAZON, json("{'id':'amazon','legalName':'Amazon.com, Inc.','sources':" + REUTERS + "}"));
        companies.onJson(
                AMAZON + "/family",
                json("{'items':[{'company':'amazon-web-services','through':'unit-of','of':'amazon'}]}"));
        companies.onJson(AMAZON + "/relationships", list());
        for (String list : List.of("statements", "market-positions", "events")) {
            companies.onJson(AMAZON + "/family/" + list, list());
        }
        companies.onJson(
                AMAZON + "/family/roles",
                list(
                        "{'id':'bezos','company':'amazon','person':'Jeff Bezos','title':'CEO','validFrom':'1994','validTo':'2021-07-05','sources':[]}",
                        "{'id':'jassy','company':'amazon-web-services','person':'Andy Jassy','title':'CEO','validFrom':'2016-04','validTo':null,'sources':[]}"));
        services.investments().onJson("/v1/commitments", list());
        services.investments().onJson("/v1/spending", list());
        services.investments()
                .onJson(
                        "/v1/claims",
                        list(
                                "{'id':'c','companies':['amazon-web-services'],'asPrinted':'42','corrections':[{'id':'k','on':'2020-04','text':'why','sources':[]}],'sources':[]}"));
        services.disputes()
                .onJson(
                        "/v1/contracts",
                        list(
                                "{'id':'jedi','title':'JEDI','buyer':'us-department-of-defense','suppliers':['microsoft'],'awardedOn':'2019-10-25','suspensions':[{'from':'2020-02-13','to':null,'orderedBy':['/v1/disputes/aws-v-us/docket/injunction'],'liftedBy':null}],'termination':{'on':'2021-07-06','reason':'needs','sources':[]},'sources':"
                                        + REUTERS + "}"));
        services.disputes()
                .onJson(
                        "/v1/disputes",
                        list(
                                "{'id':'aws-v-us','title':'AWS v. US','parties':[{'company':'amazon-web-services','role':'claimant'}],'securities':[{'id':'bond','status':'posted'}],'sources':[],"
                                        + "'docket':[" + INJUNCTION + "]}"));
        services.disputes().onJson("/v1/disputes/aws-v-us/docket/injunction", json(INJUNCTION));
    }

    /** Every question but whether anything has been recorded. */
    final Stream<HttpServerRequest> asked() {
        return Stream.of(services.companies(), services.investments(), services.disputes())
                .flatMap(DossierOfAmazon::asked);
    }

    static Stream<HttpServerRequest> asked(FakeService service) {
        return service.received().stream().filter(request -> !request.path().equals("/v1/snapshot"));
    }

    static ValidatableResponse dossier(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/dossiers/amazon" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    static String list(String... items) {
        return json("{'items':[" + String.join(",", items) + "],'next':null}");
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
