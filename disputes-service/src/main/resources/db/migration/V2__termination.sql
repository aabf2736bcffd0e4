create table termination (
    like fact_version including all,
    terminated_on text not null,
    terminated_by text not null,
    reason        text,
    foreign key (subject) references recorded_contract,
    check (fact_id = 'termination')
);
call keep_facts_of('termination');
