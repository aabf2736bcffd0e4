package io.cumulo.disputes.docket;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An entry has the members that its kind needs, and none that belong to other kinds. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FitsItsKind.Check.class)
public @interface FitsItsKind {

    String message() default "doesn't fit the kind";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    class Check implements ConstraintValidator<FitsItsKind, StatedEntry> {

        private static final Set<EntryKind> SETS_DATES = EnumSet.of(
                EntryKind.NOTICE, EntryKind.ORDER, EntryKind.STAY, EntryKind.CORRECTIVE_ACTION, EntryKind.REMAND);

        @Override
        public boolean isValid(StatedEntry entry, ConstraintValidatorContext context) {
            if (entry.kind() == null) {
                return true;
            }
            Map<String, String> faults = faults(entry);
            context.disableDefaultConstraintViolation();
            faults.forEach((member, fault) -> {
                var violation = context.buildConstraintViolationWithTemplate(fault);
                String[] path = member.split("/");
                var node = violation.addPropertyNode(path[0]);
                for (int step = 1; step < path.length; step++) {
                    node = node.addPropertyNode(path[step]);
                }
                node.addConstraintViolation();
            });
            return faults.isEmpty();
        }

        private static Map<String, String> faults(StatedEntry entry) {
            Map<String, String> faults = new LinkedHashMap<>();
            Class<?> shape = entry.kind().particulars();
            boolean order = shape == Particulars.SecurityOrder.class;
            boolean change = shape == Particulars.SecurityChange.class;
            need(faults, entry, "security", entry.security(), order || change);
            need(faults, entry, "party", entry.party(), shape == Particulars.Intervention.class);
            need(faults, entry, "outcome", entry.outcome(), shape == Particulars.Ruling.class);
            need(faults, entry, "reason", entry.reason(), shape == Particulars.Dismissal.class);
            need(faults, entry, "review", entry.review(), shape == Particulars.Mandate.class);
            allow(faults, entry, "scope", entry.scope(), scopes(shape).contains(entry.scope()));
            allow(faults, entry, "modifies", entry.modifies(), shape == Particulars.Modification.class);
            allow(
                    faults,
                    entry,
                    "grants",
                    entry.grants().isEmpty() ? null : entry.grants(),
                    shape == Particulars.Ruling.class);
            allow(faults, entry, "dueOn", entry.dueOn(), SETS_DATES.contains(entry.kind()));
            allow(faults, entry, "lifts", entry.lifts(), shape == Particulars.Lifting.class);
            StatedSecurity security = entry.security();
            if (security != null && (order || change)) {
                if (order) {
                    need(faults, entry, "security/amount", security.amount(), true);
                }
                allow(faults, entry, "security/to", security.to(), change);
                allow(faults, entry, "security/rule", security.rule(), order);
                allow(faults, entry, "security/payer", security.payer(), order);
                allow(faults, entry, "security/protects", security.protects(), order);
                allow(faults, entry, "security/custodian", security.custodian(), order);
                allow(faults, entry, "security/condition", security.condition(), order);
                allow(faults, entry, "security/basis", security.basis(), order);
                allow(faults, entry, "security/dueOn", security.dueOn(), order);
            }
            return faults;
        }

        private static Set<OrderScope> scopes(Class<?> shape) {
            if (shape == Particulars.Stay.class) {
                return EnumSet.of(OrderScope.PROCEEDINGS, OrderScope.PERFORMANCE);
            }
            boolean injunction = shape == Particulars.Injunction.class || shape == Particulars.Modification.class;
            return injunction ? EnumSet.of(OrderScope.PERFORMANCE, OrderScope.OTHER) : EnumSet.noneOf(OrderScope.class);
        }

        private static void need(
                Map<String, String> faults, StatedEntry entry, String member, Object value, boolean belongs) {
            allow(faults, entry, member, value, belongs);
            if (belongs && value == null) {
                faults.put(member, "is needed in an entry of the kind " + entry.kind());
            }
        }

        private static void allow(
                Map<String, String> faults, StatedEntry entry, String member, Object value, boolean belongs) {
            if (!belongs && value != null) {
                faults.put(member, "doesn't belong to an entry of the kind " + entry.kind());
            }
        }
    }
}
