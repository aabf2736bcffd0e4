-- Records of companies that were found to be one, as the companies service told: from when to when on our own record's clock, so that what is asked as
-- known at a past instant stays as it was answered.
create table merged_company (
    old           text not null,
    survivor      text not null,
    recorded_from timestamptz not null default recorded_at(),
    recorded_to   timestamptz,
    primary key (old, recorded_from)
);
create index merged_company_survivor on merged_company (survivor);
grant select, insert (old, survivor), update (recorded_to) on merged_company to ${serviceRole};
