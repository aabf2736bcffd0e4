-- How FollowTheMoney datasets call the people whose roles they tell of in lines of their own. No fact: what a role says is recorded as a role.
create table ftm_person (
    id   text primary key,
    name text not null
);
grant select, insert, update on ftm_person to ${serviceRole};
