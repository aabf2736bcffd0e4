package io.cumulo.companies.search;

import io.cumulo.companies.profile.CompanyKind;

/**
 * A name that may answer.
 *
 * @param request which of the batch
 * @param type of the name
 * @param name as recorded
 */
record Found(int request, String company, CompanyKind kind, String country, String type, String name) {}
