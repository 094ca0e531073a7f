-- Figures in the columns of the shipped record, for what has no table of its own: a user's files brought in with a mapping, and facts added
-- one by one. Codes are those of the claim language; value and upper keep the digits as written. year is the first of the period, 0 where
-- there is none.
create table observation (
    import_id integer not null references import (id),
    number    integer not null,
    measure   text    not null,
    of        text    not null,
    subject   text    not null,
    object    text    not null,
    item      text    not null,
    year      integer not null,
    period    text    not null,
    value     text,
    upper     text    not null,
    unit      text    not null,
    bound     text    not null,
    source    text    not null,
    via       text    not null,
    tier      text    not null,
    published text    not null,
    url       text    not null,
    reporter  text    not null,
    basis     text    not null,
    derived   integer not null,
    note      text    not null,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, number)
) without rowid;
create index observation_subject on observation (measure, subject, object);
create index observation_object on observation (measure, object);
