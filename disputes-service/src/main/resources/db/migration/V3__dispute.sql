-- Every dispute that was ever recorded: what other tables refer to. A key is never given up.
create table recorded_dispute (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on recorded_dispute to ${serviceRole};

create table dispute (
    like fact_version including all,
    title           text not null,
    kind            text not null,
    forum           text not null,
    docket_number   text,
    contract        text references recorded_contract,
    appeals_from    text references recorded_dispute,
    parties         jsonb not null,
    grounds         jsonb not null,
    remedies_sought text[] not null,
    judge           text,
    companies       text[] not null,
    check (subject = fact_id),
    check (appeals_from <> subject)
);
call keep_facts_of('dispute');
create index dispute_forum on dispute (forum, subject);
create index dispute_contract on dispute (contract, subject) where contract is not null;
create index dispute_companies on dispute using gin (companies);
create trigger dispute_is_registered before insert on dispute
    for each row execute function register_subject('recorded_dispute');
