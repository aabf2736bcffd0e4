-- Releases as publishers published them, whole: facts of which each has one version for ever. Their subject is the contract that the process is, whether or
-- not anything is recorded of that yet. The content is text, not jsonb, which would lose the order of members and the printing of numbers.
create table ocds_release (
    like fact_version including all,
    ocid         text not null,
    release_id   text not null,
    stated_date  text not null,
    released_at  timestamptz not null,
    tag          text[] not null,
    buyer        text,
    stated_buyer text,
    content      text not null,
    published_in text not null,
    digest       text not null,
    unique (subject, fact_id),
    check (recorded_to is null)
);
call keep_facts_of('ocds_release');
revoke update on ocds_release from ${serviceRole};
create index ocds_release_of_process on ocds_release (ocid, released_at, fact_id);
create index ocds_release_by_date on ocds_release (released_at, fact_id);
create index ocds_release_by_buyer on ocds_release (buyer, released_at, fact_id) where buyer is not null;
create index ocds_release_by_stated_buyer on ocds_release (stated_buyer, released_at, fact_id) where stated_buyer is not null;
