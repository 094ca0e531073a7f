-- Trade with the world, US$ million at current prices. number: the publisher's, where a state has had two.
create table national_trade (
    import_id integer not null references import (id),
    state     integer not null,
    year      integer not null,
    number    integer not null,
    imports   real,
    exports   real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state, year, number)
) without rowid;

-- Membership in the system of states, days from and to, both within.
create table state_system (
    import_id    integer not null references import (id),
    state        integer not null,
    number       integer not null,
    first_day    integer not null,
    last_day     integer not null,
    abbreviation text    not null,
    name         text    not null,
    line         integer not null,
    primary key (import_id, state, number, first_day)
) without rowid;

-- Material capabilities: milex in thousands (pounds to 1913, US$ from 1914), milper, tpop and upop in thousands, irst in thousand tons,
-- pec in thousand tons of coal, cinc a share of the system.
create table capabilities (
    import_id integer not null references import (id),
    state     integer not null,
    year      integer not null,
    number    integer not null,
    milex     real,
    milper    real,
    irst      real,
    pec       real,
    tpop      real,
    upop      real,
    cinc      real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state, year, number)
) without rowid;

-- Organisations that a state is a member of.
create table igo_state (
    import_id integer not null references import (id),
    state     integer not null,
    year      integer not null,
    full_member integer not null,
    associate integer not null,
    observer  integer not null,
    total     integer not null,
    line      integer not null,
    primary key (import_id, state, year)
) without rowid;

-- Indices of democracy. state: 0 for what is none of our parties.
create table democracy (
    import_id     integer not null references import (id),
    state         integer not null,
    year          integer not null,
    code          text    not null,
    polyarchy     real,
    liberal       real,
    participatory real,
    deliberative  real,
    egalitarian   real,
    polity2       real,
    euds          real,
    aeuds         real,
    name          text,
    absent        integer not null,
    line          integer not null,
    primary key (import_id, state, year, code)
) without rowid;
