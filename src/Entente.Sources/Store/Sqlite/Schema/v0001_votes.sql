-- Roll calls of the General Assembly and each member's vote: 1 yes, 2 abstain, 3 no. Who was absent has no row.
create table roll_call (
    import_id   integer not null references import (id),
    rcid        integer not null,
    session     integer not null,
    day         integer not null,
    important   integer,
    amendment   integer,
    paragraph   integer,
    resolution  text,
    title       text,
    description text,
    absent      integer not null,
    line        integer not null,
    primary key (import_id, rcid)
) without rowid;

create table vote (
    import_id integer not null references import (id),
    rcid      integer not null,
    state     integer not null,
    choice    integer not null,
    line      integer not null,
    primary key (import_id, rcid, state)
) without rowid;

create table roll_call_issue (
    import_id integer not null references import (id),
    rcid      integer not null,
    issue     text    not null,
    line      integer not null,
    primary key (import_id, rcid, issue)
) without rowid;
