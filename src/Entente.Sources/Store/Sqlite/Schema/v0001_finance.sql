-- Exchange rates as published: series XDC_USD is national currency for one US dollar. kind: 1 average of the period, 2 at its end.
create table exchange_rate (
    import_id integer not null references import (id),
    state     integer not null,
    series    text    not null,
    kind      integer not null,
    period    integer not null,
    rate      real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, state, series, kind, period)
) without rowid;

-- Stocks of direct investment, US$. direction: 1 inward (the partner invests), 2 outward (the reporter does). kind: 1 reported, 2 derived
-- from the counterpart's figures.
create table direct_investment (
    import_id integer not null references import (id),
    reporter  integer not null,
    partner   integer not null,
    direction integer not null,
    kind      integer not null,
    series    text    not null,
    period    integer not null,
    value     real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, reporter, partner, direction, kind, series, period)
) without rowid;
create index direct_investment_partner on direct_investment (import_id, partner, reporter);

-- Freight and insurance in per cent of the value of an import with them. item as in goods_flow.
create table cif_margin (
    import_id integer not null references import (id),
    importer  integer not null,
    exporter  integer not null,
    item      integer not null,
    year      integer not null,
    margin    real,
    status    text    not null,
    method    text    not null,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, importer, exporter, item, year)
) without rowid;
