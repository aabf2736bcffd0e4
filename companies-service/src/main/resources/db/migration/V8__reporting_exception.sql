create table reporting_exception (
    like fact_version including all,
    level     text not null,
    reason    text not null,
    reference text,
    foreign key (subject) references company
);
call keep_facts_of('reporting_exception');
