-- Every dispute that was ever recorded: what other tables refer to. A key is never given up.
create table recorded_dispute (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on recorded_dispute to ${serviceRole};

create table dispute (
    like fact_version including all,
    title           text not null,
    kind            text not null,
    forum           text,
    stated_forum    jsonb,
    forum_name      text,
    docket_number   text,
    contract        text references recorded_contract,
    appeals_from    text references recorded_dispute,
    parties         jsonb not null,
    grounds         jsonb not null,
    remedies_sought text[] not null,
    judges          jsonb not null,
    companies       text[] not null,
    party_roles     text[] not null,
    search          tsvector generated always as (searchable(
        title || ' ' || coalesce(docket_number, '') || ' ' || coalesce(forum_name, '') || ' ' || searchable_list(remedies_sought) || ' '
        || searchable_member(grounds, 'text'))) stored,
    check (subject = fact_id),
    check (forum is not null or stated_forum is not null),
    check (appeals_from <> subject)
);
call keep_facts_of('dispute');
create index dispute_forum on dispute (forum, subject);
create index dispute_forum_name on dispute (forum_name, subject) where forum_name is not null;
create index dispute_contract on dispute (contract, subject) where contract is not null;
create index dispute_companies on dispute using gin (companies);
create index dispute_party_roles on dispute using gin (party_roles);
create index dispute_kind on dispute (kind, subject);
create index dispute_docket_number on dispute (docket_number, subject) where docket_number is not null;
create index dispute_appeals_from on dispute (appeals_from, subject) where appeals_from is not null;
create index dispute_search on dispute using gin (search);
create trigger dispute_is_registered before insert on dispute
    for each row execute function register_subject('recorded_dispute');
