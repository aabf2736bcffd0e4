/** What companies win and fight over: contracts, disputes, their dockets, the securities that courts order. */
package io.cumulo.disputes;
