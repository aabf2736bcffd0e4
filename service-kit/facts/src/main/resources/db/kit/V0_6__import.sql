-- Files that were handed in to be imported: taken apart into entries as they arrive, then recorded batch by batch by whichever process is free. A batch
-- moves read on in its own transaction, so a process that dies leaves nothing half done and nothing to do twice.
create table import_job (
    id          uuid primary key,
    collection  text not null,
    format      text not null,
    editor      text not null,
    state       text not null check (state in ('receiving', 'running', 'done', 'failed')),
    received    bigint not null default 0,
    read        bigint not null default 0,
    accepted    bigint not null default 0,
    unchanged   bigint not null default 0,
    rejected    bigint not null default 0,
    put_off     bigint not null default 0,
    unmapped    jsonb not null default '{}',
    failure     text,
    started_at  timestamptz not null default now(),
    finished_at timestamptz,
    emptied     boolean not null default false
);
comment on column import_job.emptied is 'whether its entries are dropped: that takes many transactions, and begins when it is done or failed';
create index import_job_unfinished on import_job (started_at) where state in ('receiving', 'running');
create index import_job_to_empty on import_job (finished_at) where state in ('done', 'failed') and not emptied;

create table import_entry (
    job    uuid not null references import_job,
    number bigint not null,
    line   bigint not null,
    text   text not null,
    fault  text,
    first  bigint,
    primary key (job, number)
);
comment on column import_entry.first is 'the number in the file, of an entry that was refused and is tried once more when all others were read';

-- What a file says around its entries, such as a package's publisher: of those from the row before on, up to the last.
create table import_surrounding (
    job  uuid not null references import_job,
    last bigint not null,
    text text not null,
    primary key (job, last)
);

create table import_rejection (
    job     uuid not null references import_job,
    number  bigint not null,
    line    bigint not null,
    reason  text not null,
    faults  jsonb not null,
    excerpt text not null,
    primary key (job, number)
);
grant select, insert, update on import_job to ${serviceRole};
grant select, insert, delete on import_entry to ${serviceRole};
grant select, insert, delete on import_surrounding to ${serviceRole};
grant select, insert on import_rejection to ${serviceRole};
