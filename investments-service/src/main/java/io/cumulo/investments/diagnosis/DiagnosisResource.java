package io.cumulo.investments.diagnosis;

import io.cumulo.kit.clock.Moment;
import io.cumulo.kit.openapi.Question;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a printed figure differs from the right one, for figures that aren't stored. */
@Path("/v1/diagnoses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
public class DiagnosisResource {

    private final Diagnoses diagnoses;

    DiagnosisResource(Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    @POST
    @Question
    @Consumes(MediaType.APPLICATION_JSON)
    @WithSession
    @Operation(
            summary = "Which scale, currency and date turn the right money into the printed number",
            description = "A suggestion with its arithmetic; nothing is recorded.")
    public Uni<Diagnosis> diagnose(AskedDiagnosis asked) {
        return diagnoses.of(asked.toQuestion(), Moment.of(LocalDate.now(ZoneOffset.UTC)));
    }
}
