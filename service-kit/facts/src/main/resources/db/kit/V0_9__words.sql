-- How words are found, the same wherever a service has texts to search.

-- Words count without punctuation, wherever it stands: 1:19-cv-01796 is four words, Amazon.com two. The parser would else take some of it for hosts, paths,
-- tags or signs of numbers; a comma is nothing to it. A letter with its accent is one character, however it was typed.
create function words_apart(words text) returns text
    language sql immutable parallel safe
    return normalize(translate(words, './:@_+~&=%#?<>;''', repeat(',', 16)), nfc);
create function without_accents(words text) returns text
    language sql immutable parallel safe
    return normalize(regexp_replace(normalize(words, nfd), '[\u0300-\u036f]', '', 'g'), nfc);

-- Full-text search in the languages that sources are written in most, and as written for all others, without accents; in Spanish, where accents tell
-- endings, with them too. As written comes first: the parser counts 16,383 places, and phrases and numbers are found by theirs.
create function lexemes(written text, bare text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('pg_catalog.simple', left(bare, 60000))
        || to_tsvector('pg_catalog.english', left(bare, 60000))
        || to_tsvector('pg_catalog.spanish', left(written, 60000))
        || to_tsvector('pg_catalog.spanish', left(bare, 60000));

-- What is found follows from the row alone, so it is the same for ever. The first 60,000 characters count: more would not fit a tsvector whatever they are.
create function searchable(words text) returns tsvector
    language sql immutable parallel safe
    return (select lexemes(written, without_accents(written))
            from (select words_apart(replace(left(words, 60000), '-', ',')) as written) as said);

-- A question, read as the words are. What is written in one, as a docket number, is a phrase; a hyphen before a word or a phrase means without it, whatever
-- else is asked. Of the words that are wanted and of those that are not, as written; null for none.
create function part_of_question(question text, unwanted boolean) returns text
    language sql immutable parallel safe
    return (select string_agg(ltrim(said[1], '-'), case when unwanted then ' or ' else ' ' end order by place)
            from regexp_matches(regexp_replace(question, '(?<=\S)-|-(?!\S)', ',', 'g'), '-?"[^"]*"?|[^\s"]+', 'g')
                with ordinality as words (said, place)
            where starts_with(said[1], '-') = unwanted);
create function query_of(words text) returns tsquery
    language sql immutable parallel safe
    return (select websearch_to_tsquery('pg_catalog.simple', without_accents(written))
                || websearch_to_tsquery('pg_catalog.english', without_accents(written))
                || websearch_to_tsquery('pg_catalog.spanish', written)
                || websearch_to_tsquery('pg_catalog.spanish', without_accents(written))
            from (select words_apart(words) as written) as asked);

-- What must be found, and what must not, in any of the ways in which it is read. Without such words the query is empty, which nothing matches.
create function words_wanted(question text) returns tsquery
    language sql immutable parallel safe
    return coalesce(query_of(part_of_question(question, false)), '');
create function words_unwanted(question text) returns tsquery
    language sql immutable parallel safe
    return coalesce(query_of(part_of_question(question, true)), '');

-- Both as one query, for what has one text.
create function words_of(question text) returns tsquery
    language sql immutable parallel safe
    return words_wanted(question) && !!words_unwanted(question);
