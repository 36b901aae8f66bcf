-- What the server remembers. Every table keeps the whole wire object as JSON text in `data`, ids included, so that a
-- read hands it to the client as it is; the other columns are what rows are found and ordered by, copied out of `data`
-- on each write. Times are milliseconds since 1970-01-01.

CREATE TABLE project (
    id           TEXT PRIMARY KEY,
    time_created INTEGER NOT NULL,
    time_updated INTEGER NOT NULL,
    data         TEXT NOT NULL
) STRICT;

-- No foreign key on project_id and parent_id: the contract allows a parent that does not exist, and a session stays
-- readable whatever becomes of its project's row.
CREATE TABLE session (
    id           TEXT PRIMARY KEY,
    project_id   TEXT NOT NULL,
    parent_id    TEXT,
    directory    TEXT NOT NULL,
    -- The title in lower case by Unicode's rules, which SQLite's own comparison does not know.
    title_folded TEXT NOT NULL,
    time_created INTEGER NOT NULL,
    time_updated INTEGER NOT NULL,
    data         TEXT NOT NULL
) STRICT;

CREATE INDEX session_by_project ON session (project_id, time_updated DESC, id);
CREATE INDEX session_by_parent ON session (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE message (
    id           TEXT PRIMARY KEY,
    session_id   TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    time_created INTEGER NOT NULL,
    time_updated INTEGER NOT NULL,
    -- 1 while an answer is being written. What is still 1 at a start was cut off.
    unfinished   INTEGER NOT NULL,
    data         TEXT NOT NULL
) STRICT;

CREATE INDEX message_by_session ON message (session_id, time_created, id);
CREATE INDEX message_unfinished ON message (id) WHERE unfinished = 1;

CREATE TABLE part (
    id           TEXT NOT NULL,
    message_id   TEXT NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    session_id   TEXT NOT NULL,
    time_created INTEGER NOT NULL,
    time_updated INTEGER NOT NULL,
    -- 1 while a tool call waits or runs.
    unfinished   INTEGER NOT NULL,
    data         TEXT NOT NULL,
    PRIMARY KEY (message_id, id)
) STRICT;

CREATE INDEX part_unfinished ON part (message_id, id) WHERE unfinished = 1;
