-- What state1 has promised state2 by formal alliance; each pledge 1 or 0. alliance: 0 where a row is of all alliances together.
create table alliance_pledge (
    import_id     integer not null references import (id),
    state1        integer not null,
    state2        integer not null,
    year          integer not null,
    number1       integer not null,
    number2       integer not null,
    alliance      integer not null,
    defense       integer,
    offense       integer,
    neutrality    integer,
    nonaggression integer,
    entente       integer,
    consultation  integer,
    absent        integer not null,
    line          integer not null,
    primary key (import_id, state1, state2, year, number1, number2, alliance)
) without rowid;

-- Organisations that two states are both full members of.
create table igo_dyad (
    import_id integer not null references import (id),
    state1    integer not null,
    state2    integer not null,
    year      integer not null,
    shared    integer not null,
    line      integer not null,
    primary key (import_id, state1, state2, year)
) without rowid;

-- Borders: kind 1 by land or river, 2 to 5 across at most 12, 24, 150, 400 miles of water; months from and to, both within.
create table contiguity (
    import_id   integer not null references import (id),
    state1      integer not null,
    state2      integer not null,
    first_month integer not null,
    kind        integer not null,
    last_month  integer not null,
    number1     integer not null,
    number2     integer not null,
    line        integer not null,
    primary key (import_id, state1, state2, first_month, kind)
) without rowid;

-- Distances in km by year.
create table yearly_distance (
    import_id integer not null references import (id),
    state1    integer not null,
    state2    integer not null,
    year      integer not null,
    minimum   real,
    capitals  real,
    centroids real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state1, state2, year)
) without rowid;

-- Distances in km and links, of no year.
create table geo_distance (
    import_id     integer not null references import (id),
    state1        integer not null,
    state2        integer not null,
    contig        integer,
    comlang_off   integer,
    comlang_ethno integer,
    colony        integer,
    comcol        integer,
    curcol        integer,
    col45         integer,
    smctry        integer,
    dist          real,
    distcap       real,
    distw         real,
    distwces      real,
    absent        integer not null,
    line          integer not null,
    primary key (import_id, state1, state2)
) without rowid;

-- Countries and their capital or largest city. area in square km, internal distance in km.
create table geo_place (
    import_id  integer not null references import (id),
    state      integer not null,
    rank       integer not null,
    city       text    not null,
    area       real,
    internal   real,
    landlocked integer,
    continent  text,
    latitude   real,
    longitude  real,
    capital    integer,
    main       integer,
    languages  text,
    colonisers text,
    absent     integer not null,
    line       integer not null,
    primary key (import_id, state, rank)
) without rowid;
