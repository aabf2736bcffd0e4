package io.cumulo.companies.search;

/**
 * The look-ups for a batch of queries in SQL. Each is driven by a list of what is asked for and takes, for each entry, a bounded piece of one index; whether a
 * name held at the query's moment is asked before the piece is cut off, so that what is recorded later doesn't change it.
 */
final class NameQueries {

    private static final int MOST_BEGINNINGS = 50;

    /** Words under a key, or in a range of keys; those recorded after the moment that is asked about don't take the place of others. */
    static final String WORDS = """
            select a.query, a.slot, f.word
            from jsonb_to_recordset(cast(cast(:asked as text) as jsonb)) as a(
                query int, slot int, first text, last text, known_at timestamptz, most int)
            cross join lateral (
                select w.word from search_word w
                where w.key >= a.first and w.key <= a.last and w.recorded_from <= a.known_at
                order by w.key, w.word limit a.most) f
            """;

    private static final String ASKED = """
            with asked as (
                select * from jsonb_to_recordset(cast(cast(:queries as text) as jsonb)) as q(
                    query int, as_of date, known_at timestamptz, kinds text, country text)
            )
            """;

    /**
     * Whether the version of a name holds at the query's moment. Asked of one name after the other ({@code offset 0} keeps it apart), so that the names come in
     * the order of their index and no more of them are read than are wanted: what share of names holds can't be guessed by the planner.
     */
    private static final String HOLDS = """
            cross join lateral (
                select from profile v where v.version_id = x.version_id and v.standing <> 'RETRACTED'
                  and (v.valid_from is null or v.valid_from <= a.as_of) and (v.valid_to is null or v.valid_to > a.as_of)
                  and v.recorded_from <= a.known_at and (v.recorded_to is null or v.recorded_to > a.known_at)
                  and (a.kinds is null or v.kind = any (string_to_array(a.kinds, ' ')))
                  and (a.country is null or v.country = a.country)
                offset 0) held
            """;

    private static final String SHOWN = """
            select h.query, h.scheme, h.value, s.subject, s.kind,
                   s.name, s.type, s.words, s.whole, s.legal_form, s.latin
            from h cross join lateral (
                select v.subject, v.kind, n.* from search_name n join profile v on v.version_id = n.version_id
                where n.version_id = h.version_id and n.position = h.position offset 0) s
            """;

    static final String CANDIDATES =
            ASKED + """
            , h as (
                select a.query, '' as scheme, '' as value, hit.version_id, hit.position
                from jsonb_to_recordset(cast(cast(:terms as text) as jsonb)) as p(query int, term text, most int)
                join asked a on a.query = p.query
                cross join lateral (
                    select x.version_id, x.position
                    from search_posting x $holds
                    where x.term = p.term
                    order by x.length, x.version_id, x.position limit p.most) hit
                union all
                select a.query, '', '', hit.version_id, hit.position
                from jsonb_to_recordset(cast(cast(:beginnings as text) as jsonb)) as p(query int, first text, last text)
                join asked a on a.query = p.query
                cross join lateral (
                    select x.version_id, x.position
                    from search_name x $holds
                    where x.whole >= p.first and x.whole <= p.last
                    order by x.whole, x.version_id, x.position limit $beginnings) hit
                union all
                select a.query, hit.scheme, hit.value, hit.version_id, cast(0 as smallint)
                from jsonb_to_recordset(cast(cast(:identifiers as text) as jsonb)) as p(
                    query int, value text, scheme text, market text)
                join asked a on a.query = p.query
                cross join lateral (
                    select x.version_id, x.scheme, x.value
                    from search_identifier x $holds
                    where x.value = p.value and (p.scheme is null or x.scheme = p.scheme)
                      and (p.market is null or x.market = p.market)
                    order by x.scheme, x.market, x.version_id limit $beginnings) hit
            )
            """.replace("$holds", HOLDS).replace("$beginnings", String.valueOf(MOST_BEGINNINGS)) + SHOWN;

    private NameQueries() {}
}
