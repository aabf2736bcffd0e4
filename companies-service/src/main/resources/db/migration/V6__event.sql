create table company_event (
    like fact_version including all,
    happened_on text not null,
    title       text not null,
    description text,
    certainty   text not null,
    foreign key (subject) references company
);
call keep_facts_of('company_event');
