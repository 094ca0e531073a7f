-- Input-output tables between countries, US$ million: what a sector of one state delivers to a sector or a final use of another. Cells of
-- zero are left out.
create table io_sector (
    import_id integer not null references import (id),
    number    integer not null,
    code      text    not null,
    line      integer not null,
    primary key (import_id, number)
) without rowid;

create table io_cell (
    import_id     integer not null references import (id),
    year          integer not null,
    row_state     integer not null,
    row_sector    integer not null,
    column_state  integer not null,
    column_sector integer not null,
    value         real    not null,
    line          integer not null,
    primary key (import_id, year, row_state, row_sector, column_state, column_sector)
) without rowid;
