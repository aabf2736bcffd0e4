package io.cumulo.kit.storage;

import io.vertx.core.json.Json;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;

/**
 * Any JSON value in a jsonb column. Hibernate Reactive's own type binds objects only and fails on arrays (hibernate-reactive issue 4156); when
 * that is mended, {@code @JdbcType(JsonbType.class)} takes this one's place.
 */
public class JsonbType extends ReactiveJsonJdbcType {

    private static final String NO_CALLS = "the reactive client has no callable statements";

    public JsonbType() {
        super(null);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                String json = JsonbType.this.toString(value, getJavaType(), options);
                statement.setObject(index, Json.decodeValue(json));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
                throw new UnsupportedOperationException(NO_CALLS);
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {
            @Override
            protected X doExtract(ResultSet row, int index, WrapperOptions options) throws SQLException {
                Object json = row.getObject(index);
                return json == null ? null : JsonbType.this.fromString(Json.encode(json), getJavaType(), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) {
                throw new UnsupportedOperationException(NO_CALLS);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options) {
                throw new UnsupportedOperationException(NO_CALLS);
            }
        };
    }
}
