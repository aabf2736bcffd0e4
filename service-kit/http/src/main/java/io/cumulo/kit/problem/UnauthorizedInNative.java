package io.cumulo.kit.problem;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * For native executables: the problem library's answer to a missing identity reads a member of Quarkus' challenge that is there no more, which an executable is
 * refused for when it is built. {@link FailureAnswers} answers before it ever comes to that; this gives the same answer.
 */
@TargetClass(className = "io.quarkiverse.resteasy.problem.security.HttpUnauthorizedUtils")
final class UnauthorizedInNative {

    private UnauthorizedInNative() {}

    @Substitute
    static Uni<HttpProblem> toProblem(RoutingContext context, Exception failure) {
        return Uni.createFrom()
                .item(Problem.UNAUTHENTICATED
                        .builder("Send a valid token: Authorization: Bearer <token>")
                        .withHeader("WWW-Authenticate", "Bearer")
                        .build());
    }
}
