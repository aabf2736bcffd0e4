package io.cumulo.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryBudgetTest {

    @Property(tries = 50)
    void retries_are_never_more_than_a_few_and_a_tenth_of_the_requests(@ForAll @IntRange(max = 5_000) int requests) {
        RetryBudget budget = new RetryBudget(0.1);
        int retries = 0;
        for (int request = 0; request < requests; request++) {
            budget.requestMade();
            if (budget.take()) {
                retries++;
            }
        }
        assertThat(retries).isBetween(Math.min(requests, 10), 11 + requests / 10);
    }
}
