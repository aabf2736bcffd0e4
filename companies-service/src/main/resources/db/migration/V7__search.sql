-- What companies are found by: derived from profiles, in the transaction that records them. It can be dropped and is built anew at the next start.

-- One row for each name of each version of a profile, with its words as a query's are made.
create table search_name (
    id         bigint generated always as identity primary key,
    version_id uuid not null references profile (version_id),
    company    text not null,
    type       text not null,
    name       text not null,
    folded     text not null,
    words      text[] not null
);
create index search_name_version on search_name (version_id);
create index search_name_folded on search_name (folded text_pattern_ops);

-- In which names a word stands. A list of it is read from the front and never whole: the words that stand everywhere help nobody to find.
create table search_posting (
    word    text not null,
    name_id bigint not null references search_name,
    primary key (word, name_id)
);

-- Every word, by itself and by what is left when one character of it is dropped: two words that differ by one slip share such a remainder, so a
-- misspelt word is found by equality, whatever the number of words.
create table search_word (
    word text primary key
);
create index search_word_prefix on search_word (word text_pattern_ops);
create table search_remainder (
    remainder text not null,
    word      text not null references search_word,
    primary key (remainder, word)
);

create table search_identifier (
    version_id uuid not null references profile (version_id),
    company    text not null,
    scheme     text not null,
    value      text not null,
    market     text,
    primary key (value, scheme, version_id)
);

-- By which rules names were made into words: others need another index.
create table search_rules (
    version int primary key
);

grant select, insert, truncate on search_name, search_posting, search_word, search_remainder, search_identifier, search_rules to ${serviceRole};
