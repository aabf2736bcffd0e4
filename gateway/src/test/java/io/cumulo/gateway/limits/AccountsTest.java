package io.cumulo.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.cumulo.gateway.limits.RateLimits.Budgets;
import io.cumulo.gateway.limits.RateLimits.Quota;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private final Accounts accounts = new Accounts(new Limits(10, 1_000));

    @Test
    void a_hundred_thousand_addresses_take_no_more_memory_than_is_set() {
        for (int address = 0; address < 100_000; address++) {
            accounts.take(Caller.at(ip(address)), Budget.READING);
        }
        assertThat(accounts.size()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void those_who_ask_at_once_together_get_no_more_than_the_budget() throws Exception {
        Caller caller = new Caller("principal a", true);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> take = () -> accounts.take(caller, Budget.WRITING).isConsumed();
        long granted = threads.invokeAll(Collections.nCopies(200, take)).stream()
                .filter(AccountsTest::granted)
                .count();
        threads.shutdown();
        assertThat(granted).isEqualTo(10);
    }

    @Test
    void nobody_is_forgotten_before_what_was_used_has_come_back() {
        assertThat(accounts.remembered()).isEqualTo(Duration.ofHours(1));
    }

    private static boolean granted(Future<Boolean> taken) {
        try {
            return taken.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String ip(int number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private record Limits(long requests, long callers) implements RateLimits {

        @Override
        public Budgets anonymous() {
            return new Same(new Fixed(requests));
        }

        @Override
        public Budgets authenticated() {
            return anonymous();
        }

        @Override
        public int proxies() {
            return 1;
        }

        @Override
        public long failedAttempts() {
            return requests;
        }
    }

    private record Same(Quota reading) implements Budgets {

        @Override
        public Quota writing() {
            return reading;
        }

        @Override
        public Quota bulk() {
            return reading;
        }
    }

    private record Fixed(long requests) implements Quota {

        @Override
        public Duration window() {
            return Duration.ofHours(1);
        }
    }
}
