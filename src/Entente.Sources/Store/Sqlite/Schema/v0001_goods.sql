-- Goods from one state to another as one of them reports it. direction: 1 export, 2 import, 3 import valued
-- without freight. item: 0 for all goods, else the heading of the
-- Harmonised System with its number of digits before it (2709 is 4002709).
create table goods_flow (
    import_id integer not null references import (id),
    reporter  integer not null,
    partner   integer not null,
    item      integer not null,
    period    integer not null,
    direction integer not null,
    value     real,
    weight    real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, reporter, partner, item, period, direction)
) without rowid;

-- Who sold to one state is asked for its suppliers' places and for the other side's books.
create index goods_flow_partner on goods_flow (partner, direction, import_id);
