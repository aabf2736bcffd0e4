package io.cumulo.disputes;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the service has told those who listen. */
final class Events {

    private Events() {}

    /** Types of the events about a resource, in the order of the feed. */
    static List<String> about(String subject) {
        return feed().stream()
                .filter(event -> event.get("subject").equals(subject))
                .map(event -> (String) event.get("type"))
                .toList();
    }

    static List<Map<String, Object>> feed() {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        while (true) {
            var request = given().queryParam("limit", 500);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/events")
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            all.addAll(items);
            cursor = page.getString("next");
            if (items.isEmpty()) {
                return all;
            }
        }
    }
}
