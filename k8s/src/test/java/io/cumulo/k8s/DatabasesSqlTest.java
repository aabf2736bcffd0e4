package io.cumulo.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code datastore/sql} makes on a PostgreSQL of somebody else: as its superuser, and as what managed ones call their administrator. */
class DatabasesSqlTest {

    private static final List<String> DATABASES = List.of("companies", "disputes", "investments");

    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException, SQLException {
        assumeTrue(Tools.onPath("psql"), "psql isn't installed: the databases' SQL is not tried");
        server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        execute("postgres", "postgres", "create role managed login createrole createdb");
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "managed"})
    void each_role_reaches_its_own_database_and_has_its_limits(String administrator, @TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        makeDatabases(administrator, directory);
        makeDatabases(administrator, directory);
        for (String name : DATABASES) {
            execute(name + "_owner", name, "create table thing (n int); grant select on thing to " + name);
            execute(name, name, "select n from thing");
            assertThat(asked(name, name, "show transaction_timeout")).isEqualTo("5s");
            assertThat(asked(
                            "postgres",
                            name,
                            "select count(*) from pg_extension where extname in ('btree_gist', 'pg_trgm', 'unaccent')"))
                    .isEqualTo("3");
            assertThatThrownBy(() -> execute(name, name, "create table other (n int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(name, name, "create temporary table other (n int)"))
                    .hasMessageContaining("permission denied");
            DATABASES.stream().filter(other -> !other.equals(name)).forEach(other -> assertThatThrownBy(
                            () -> execute(name, other, "select 1"))
                    .hasMessageContaining("permission denied"));
        }
        assertThat(asked(
                        "postgres",
                        "postgres",
                        "select string_agg(distinct concat_ws(' ', datlocprovider, datlocale, datcollate, datctype), ', ')"
                                + " from pg_database where datname in ('companies', 'disputes', 'investments')"))
                .isEqualTo("b C.UTF-8 C C.UTF-8");
        assertThat(asked(
                        "postgres",
                        "postgres",
                        "select count(*) from pg_roles where rolname ~ '^(companies|disputes|investments)'"
                                + " and (rolsuper or rolcreatedb or rolcreaterole or rolreplication)"))
                .isEqualTo("0");
    }

    private void makeDatabases(String administrator, Path directory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env"));
        DATABASES.stream()
                .map(name -> name.toUpperCase(Locale.ROOT) + "_DATABASE")
                .flatMap(name -> Stream.of(name, name + "_OWNER"))
                .forEach(name -> command.add(name + "_PASSWORD=secret"));
        command.addAll(List.of("psql", "-X", "-q", "-h", "127.0.0.1", "-p", String.valueOf(server.getPort())));
        command.addAll(List.of("-U", administrator, "-d", "postgres", "-f", "datastore/sql/databases.sql"));
        Tools.run(directory.resolve("said.txt"), command.toArray(String[]::new));
    }

    private void execute(String role, String database, String sql) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String asked(String role, String database, String question) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(role, database));
    }
}
