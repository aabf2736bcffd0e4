create table relationship (
    like fact_version including all,
    type       text not null,
    target     text not null references company,
    percentage numeric(6, 3) check (percentage between 0 and 100),
    foreign key (subject) references company,
    check (subject <> target)
);
call keep_facts_of('relationship');
create index relationship_target on relationship (target, type);
