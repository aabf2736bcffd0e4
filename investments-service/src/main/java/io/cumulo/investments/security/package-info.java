/** The moves of securities (bonds) in disputes, booked in the ledger as the dockets tell them. */
package io.cumulo.investments.security;
