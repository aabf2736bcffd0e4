package io.cumulo.kit.storage;

import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.graalvm.nativeimage.hosted.Feature;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * For native executables: the parser of HQL works out, when it first meets a form of statement, how its grammar goes on after each word, and remembers it for good. Without this, the first list
 * that a new process was asked for waited for just that, longer than for all of the process' start. Here the build works it out, and the executable is made with what the parser remembers.
 * A form that isn't among these costs what it always did.
 */
public final class GrammarRead implements Feature {

    private static final String HOLDS =
            "(v.validFrom is null or v.validFrom <= :day) and (v.validTo is null or v.validTo > :day)";
    private static final String STOOD = "v.recordedFrom <= :known and (v.recordedTo is null or v.recordedTo > :known)";

    /** Statements as repositories write them: names differ, and count for nothing. */
    static final List<String> FORMS = List.of(
            "select v from Fact v where 1 = 1 and " + HOLDS + " and v.recordedTo is null and v.standing <> :retracted"
                    + " order by v.subject, v.factId",
            "select v from Fact v where v.subject in (:subjects) and v.body.kind = :kind and " + HOLDS + " and " + STOOD
                    + " and v.standing <> :retracted"
                    + " and (v.subject > :subject or (v.subject = :subject and v.factId > :id)) order by v.subject, v.factId",
            "select v from Fact v where " + STOOD
                    + " and (v.subject > :subject or (v.subject = :subject and (v.factId > :id or (v.factId = :id and v.validFrom is not null))))"
                    + " order by v.subject, v.factId, v.validFrom nulls first",
            "select v, (select max(w.revision) from Fact w where w.subject = v.subject and w.factId = v.factId and w.recordedTo is null) from Fact v"
                    + " where v.subject = :subject and v.factId = :id and " + HOLDS + " and v.recordedTo is null",
            "select v.subject from Fact v where v.recordedTo is null order by v.subject, v.factId",
            "select distinct v.validFrom from Fact v where v.subject in :subjects and v.body.kind not in :kinds order by v.validFrom desc nulls last",
            "select v from Fact v where not exists (select 1 from Merger m where m.subject = v.subject and m.standing <> :retracted and m.recordedTo is null)"
                    + " and (v.body.buyer in :companies or array_overlaps(v.body.suppliers, :parties)) order by v.subject",
            "select v from Fact v where v.subject in (select d.subject from Fact d where array_overlaps(d.companies, :parties)"
                    + " union select e.subject from Entry e where e.body.party.company in :companies and e.recordedTo is null)"
                    + " and (array_overlaps(v.companies, :parties) or exists (select 1 from Entry e where e.subject = v.subject and e.begins = true and e.startsOn between :from and :to))"
                    + " order by v.subject",
            "select v from Fact v where function('has_words', v.subject, :q, :day, cast(null as Instant)) = true"
                    + " and cast(sql('? = any (has_words(?))', v.subject, :q) as Boolean) = true order by v.subject",
            "select t, (select r.id from Row r where r.reverses = t.id and r.recordedAt <= :known) from Row t where t.id = :id order by t.recordedAt desc, t.id desc");

    @Override
    public String getDescription() {
        return "Lets the build work out the grammar of HQL, as far as statements are written in it";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        FORMS.forEach(GrammarRead::read);
    }

    /** In the way in which Hibernate reads first: by the quicker of two predictions, which is enough for nearly all. */
    static HqlParser read(String statement) {
        HqlLexer lexer = HqlParseTreeBuilder.INSTANCE.buildHqlLexer(statement);
        HqlParser parser = HqlParseTreeBuilder.INSTANCE.buildHqlParser(statement, lexer);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.statement();
        return parser;
    }
}
