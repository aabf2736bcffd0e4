create table role (
    like fact_version including all,
    person  text not null,
    title   text not null,
    held_at text references company,
    foreign key (subject) references company
);
call keep_facts_of('role');
