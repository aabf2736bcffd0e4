create table award (
    like fact_version including all,
    number        text,
    title         text,
    description   text,
    status        text,
    awarded_on    text,
    suppliers     text[] not null,
    parties       text[] not null,
    awarded_value jsonb,
    lots          text[] not null,
    foreign key (subject) references recorded_contract
);
call keep_facts_of('award');
