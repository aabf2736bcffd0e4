/** Who the companies are: profiles, roles, statements, relationships, market positions and events, each fact on two clocks. */
package io.cumulo.companies;
