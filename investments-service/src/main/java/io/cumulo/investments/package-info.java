/** What companies pledge and spend: commitments and their money in a double-entry ledger, claims as printed and as corrected. */
package io.cumulo.investments;
