create table market_position (
    like fact_version including all,
    researcher text not null references company,
    market     text not null,
    region     text not null,
    period     text not null,
    rank       int check (rank > 0),
    share      numeric(6, 3) check (share between 0 and 100),
    trend      text,
    foreign key (subject) references company
);
call keep_facts_of('market_position');
