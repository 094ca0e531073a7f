-- CEPII's Gravity database. Kilometres; flags are 0 or 1.
create table gravity_dyad (
    import_id          integer not null references import (id),
    origin             integer not null,
    destination        integer not null,
    year               integer not null,
    dist               real,
    distw              real,
    distcap            real,
    contig             real,
    comlang_off        real,
    comlang_ethno      real,
    comcol             real,
    col45              real,
    col_dep_ever       real,
    sibling_ever       real,
    diplo_disagreement real,
    comrelig           real,
    fta_wto            real,
    absent             integer not null,
    line               integer not null,
    primary key (import_id, origin, destination, year)
) without rowid;

-- Thousands of current US$ from origin to destination: by UN Comtrade as the origin and as the destination reports, by BACI, by the IMF.
create table gravity_flow (
    import_id            integer not null references import (id),
    origin               integer not null,
    destination          integer not null,
    year                 integer not null,
    tradeflow_comtrade_o real,
    tradeflow_comtrade_d real,
    tradeflow_baci       real,
    manuf_tradeflow_baci real,
    tradeflow_imf_o      real,
    tradeflow_imf_d      real,
    absent               integer not null,
    line                 integer not null,
    primary key (import_id, origin, destination, year)
) without rowid;

-- Thousands of people; thousands of current US$ (gdpcap: thousands a head; gdp_ppp: thousands of international dollars).
create table gravity_state (
    import_id integer not null references import (id),
    state     integer not null,
    year      integer not null,
    pop       real,
    gdp       real,
    gdpcap    real,
    gdp_ppp   real,
    gatt      real,
    wto       real,
    eu        real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state, year)
) without rowid;
