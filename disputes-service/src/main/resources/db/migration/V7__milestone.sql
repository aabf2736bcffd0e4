create table milestone (
    like fact_version including all,
    number      text,
    title       text not null,
    description text,
    type        text,
    stage       text,
    due_on      text,
    met_on      text,
    status      text not null,
    foreign key (subject) references recorded_contract
);
call keep_facts_of('milestone');
