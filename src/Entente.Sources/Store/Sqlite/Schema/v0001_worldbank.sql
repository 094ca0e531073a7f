-- The World Development Indicators. A series' number is 46 bits of the hash of its code, the same in every release.
create table wdi_series (
    import_id integer not null references import (id),
    number    integer not null,
    code      text    not null,
    name      text    not null,
    line      integer not null,
    primary key (import_id, number)
) without rowid;

create table wdi (
    import_id integer not null references import (id),
    series    integer not null,
    state     integer not null,
    year      integer not null,
    value     real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, series, state, year)
) without rowid;
