create table vocabulary_term (
    like fact_version including all,
    code    text not null,
    labels  jsonb not null,
    version text
);
call keep_facts_of('vocabulary_term');
