-- Keys of another service's resources that it was asked about and knows. It never gives a key up, so a row here is true for ever, and what
-- was once known can be referred to while that service is away.
create table known_key (
    kind text not null,
    key  text not null,
    primary key (kind, key)
);
grant select, insert on known_key to ${serviceRole};
