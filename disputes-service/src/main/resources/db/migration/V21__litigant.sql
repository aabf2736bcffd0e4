create table litigant (
    like fact_version including all,
    name       text not null,
    role       text not null,
    identifier jsonb,
    since      text,
    alleges    text[] not null,
    seeks      text[] not null,
    foreign key (subject) references recorded_dispute
);
call keep_facts_of('litigant');
