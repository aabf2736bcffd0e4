create table statement (
    like fact_version including all,
    speaker  text not null,
    medium   text,
    said_on  text not null,
    words    text not null,
    language text not null,
    foreign key (subject) references company
);
call keep_facts_of('statement');
