-- What companies are found by: derived from the versions of profiles in the transaction that records them, and at any time made anew from them.
-- Which version holds at a moment is asked of profile itself. Names are compared by code point, whatever the database's collation.

-- A name of a version in a form in which names are compared: in its own script or, where latin, as it sounds in Latin letters.
create table search_name (
    version_id uuid not null,
    position   smallint not null,
    name       text not null,
    type       text not null,
    words      text collate "C" not null,
    whole      text collate "C" not null,
    legal_form text not null,
    latin      boolean not null,
    primary key (version_id, position)
);
create index search_name_whole on search_name (whole, version_id, position);

-- Which names a word stands in, and which have both words of a pair; those of few words first: the shorter a name, the better one word of it answers.
create table search_posting (
    term       text collate "C" not null,
    length     smallint not null,
    version_id uuid not null,
    position   smallint not null,
    primary key (term, length, version_id, position)
);

-- Every word of any name under the keys that it shares with its misspellings, and under '=' with itself. No key is unique: writers who bring the
-- same new word at the same time don't wait for each other, and a word that is there twice is found once.
create table search_word (
    key           text collate "C" not null,
    word          text collate "C" not null,
    recorded_from timestamptz not null,
    rules         int not null
);
create index search_word_key on search_word (key, word, recorded_from);

create table search_identifier (
    value      text collate "C" not null,
    scheme     text not null,
    market     text not null,
    version_id uuid not null,
    primary key (value, scheme, market, version_id)
);

-- The newest rules by which the tables are filled, the newest by which they are whole, and how far those have come that are newer. What older rules have
-- made stays where the newer make nothing else of it, for the processes that still ask by them. Nothing is recorded yet: whole by whatever rules.
create table search_index (
    only_row boolean primary key default true check (only_row),
    rules    int not null,
    whole    int not null,
    done     uuid
);
insert into search_index (rules, whole) values (0, 2147483647);

-- Versions that were taken in by a process with older rules than the index's: they are taken in once more.
create table search_behind (
    version_id uuid primary key
);

grant select, insert on search_posting, search_word, search_identifier to ${serviceRole};
grant select, insert, update on search_name to ${serviceRole};
grant select, update on search_index to ${serviceRole};
grant select, insert, delete on search_behind to ${serviceRole};
