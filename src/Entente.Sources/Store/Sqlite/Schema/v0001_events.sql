-- Positions on the scale of General Assembly votes. variant: which votes the estimate is from (`all`, `fp` final passage, `legacy`).
create table ideal_point (
    import_id integer not null references import (id),
    state     integer not null,
    year      integer not null,
    variant   text    not null,
    value     real,
    votes     integer,
    q0        real,
    q5        real,
    q10       real,
    q50       real,
    q90       real,
    q95       real,
    q100      real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state, year, variant)
) without rowid;

-- Deliveries of major arms, one row per deal and year. supplier and recipient are absent where the publisher names no state. tiv: million
-- trend-indicator values; 0 is less than half a million.
create table arms_transfer (
    import_id        integer not null references import (id),
    deal             integer not null,
    year             integer not null,
    supplier         integer,
    recipient        integer,
    ordered          integer,
    order_estimated  integer,
    delivered        real,
    number_estimated integer,
    year_estimated   integer,
    tiv_new          real,
    tiv_unit         real,
    tiv              real,
    supplier_name    text    not null,
    recipient_name   text    not null,
    designation      text    not null,
    description      text    not null,
    category         text    not null,
    status           text    not null,
    local            integer not null,
    absent           integer not null,
    line             integer not null,
    primary key (import_id, deal, year)
) without rowid;

-- Vetoes in the Security Council, one row per draft and member that voted against it. number: the draft's place in the list. agrees: 0 where
-- the list's own flag columns say something else than its columns of members.
create table veto (
    import_id integer not null references import (id),
    number    integer not null,
    member    text    not null,
    state     integer not null,
    day       integer not null,
    draft     text    not null,
    meeting   text    not null,
    agenda    text    not null,
    topic     text    not null,
    region    text    not null,
    agrees    integer not null,
    line      integer not null,
    primary key (import_id, number, member)
) without rowid;

-- Cases of sanctions, one row per case, sender and target. period and ended: a year or a day. sender and target are absent where the
-- publisher names no party that is known. Kinds of measure: 1 where the case has them.
create table sanction_case (
    import_id   integer not null references import (id),
    number      integer not null,
    sender_name text    not null,
    target_name text    not null,
    sender      integer,
    target      integer,
    period      integer not null,
    ended       integer,
    ongoing     integer,
    trade       integer,
    arms        integer,
    military    integer,
    financial   integer,
    travel      integer,
    other       integer,
    objective   text,
    outcome     text,
    case_id     text    not null,
    measures    text    not null,
    absent      integer not null,
    line        integer not null,
    primary key (import_id, number, sender_name, target_name)
) without rowid;

-- Dated steps of a sanctions dispute as a compiler lists them; multiplier is the compiler's weight (mostly how many are listed).
create table sanction_step (
    import_id  integer not null references import (id),
    number     integer not null,
    sender     integer not null,
    target     integer not null,
    day        integer not null,
    multiplier real,
    goods      text,
    type       text    not null,
    details    text    not null,
    absent     integer not null,
    line       integer not null,
    primary key (import_id, number)
) without rowid;

-- What China imported of a fuel in a month, as a series of its customs. unit: 1 kg, 2 tonne, 3 ten thousand tonnes, 4 US$, 5 ten thousand US$.
create table fuel_import (
    import_id integer not null references import (id),
    item      text    not null,
    partner   integer not null,
    unit      integer not null,
    period    integer not null,
    amount    real,
    series    text    not null,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, item, partner, unit, period)
) without rowid;
