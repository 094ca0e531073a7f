-- Trade of two states in a year, US$ million at current prices: flow1 is what state1 imported from state2, flow2 the other way.
create table dyadic_trade (
    import_id integer not null references import (id),
    state1    integer not null,
    state2    integer not null,
    year      integer not null,
    flow1     real,
    flow2     real,
    smooth1   real,
    smooth2   real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state1, state2, year)
) without rowid;
