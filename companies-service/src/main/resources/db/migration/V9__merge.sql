-- Two records found to be one company: the subject goes on under the target's key. Nothing is moved; reading follows.
create table merger (
    like fact_version including all,
    target text not null references company,
    reason text,
    foreign key (subject) references company,
    check (fact_id = 'merge' and subject <> target)
);
call keep_facts_of('merger');
create index merger_target on merger (target) where standing <> 'RETRACTED';
