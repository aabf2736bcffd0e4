create table amendment (
    like fact_version including all,
    number       text,
    amended      text,
    amended_on   text not null,
    description  text,
    rationale    text,
    value_change jsonb,
    term_change  jsonb,
    foreign key (subject) references recorded_contract
);
call keep_facts_of('amendment');
