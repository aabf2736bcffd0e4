-- What companies reported to have spent, figure by figure and filing by filing: a later filing that tells a period again stands beside the earlier one.
create table spending (
    like fact_version including all,
    measure     text not null,
    period_from date not null,
    period_to   date not null check (period_to >= period_from),
    span        text not null,
    amount      jsonb not null check (amount ->> 'currency' ~ '^[A-Z]{3}$'),
    taxonomy    text not null,
    tag         text not null,
    form        text not null,
    accession   text not null,
    filed_on    date not null
);
call keep_facts_of('spending');
create index spending_period on spending (subject, period_to, period_from, (amount ->> 'currency'));
