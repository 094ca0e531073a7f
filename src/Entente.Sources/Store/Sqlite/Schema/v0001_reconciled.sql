-- Flows worked out from both sides' reports, US$ free on board. reports: 1 the exporter's alone, 2 the importer's alone, 3 both.
create table reconciled_flow (
    import_id integer not null references import (id),
    exporter  integer not null,
    importer  integer not null,
    year      integer not null,
    value     real    not null,
    low       real    not null,
    high      real    not null,
    reports   integer not null,
    gap       real,
    absent    integer not null,
    line      integer not null,
    primary key (import_id, exporter, importer, year)
) without rowid;
