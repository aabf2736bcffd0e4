package io.cumulo.disputes.docket;

import jakarta.ws.rs.core.UriInfo;

/** The addresses in a feed: absolute, as the client wrote them. */
record AtomAddresses(UriInfo uri, String dispute) {

    String self() {
        return uri.getRequestUri().toString();
    }

    String first() {
        return uri.getRequestUriBuilder().replaceQueryParam("cursor").build().toString();
    }

    String next(String cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }

    String ofDispute() {
        return uri.getBaseUriBuilder().path("v1/disputes").path(dispute).build().toString();
    }

    String ofEntry(String key) {
        return ofDispute() + "/docket/" + key;
    }
}
