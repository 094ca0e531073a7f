-- Numbers of imports are never given twice, so that a figure quoted with one can not come to mean another.
create table import_number (id integer primary key);

-- One row per import that stands.
create table import (
    id          integer primary key references import_number (id),
    dataset     text    not null,
    vintage     text    not null,
    published   text    not null,
    imported_at text    not null,
    program     text    not null,
    unplaced    integer not null
);

create table import_file (
    import_id integer not null references import (id),
    number    integer not null,
    name      text    not null,
    sha256    text    not null,
    bytes     integer not null,
    primary key (import_id, number)
) without rowid;

-- What went into each table, so that it can be counted and summed again.
create table import_table (
    import_id  integer not null references import (id),
    name       text    not null,
    rows       integer not null,
    sum        text    not null,
    -- The years that the rows are of; 0 where they have none.
    first_year integer not null,
    last_year  integer not null,
    primary key (import_id, name)
) without rowid;

-- Rows whose party could not be placed.
create table unplaced (
    import_id   integer not null references import (id),
    file        text    not null,
    line        integer not null,
    column_name text    not null,
    found       text    not null,
    expected    text    not null
);
create index unplaced_import on unplaced (import_id);
