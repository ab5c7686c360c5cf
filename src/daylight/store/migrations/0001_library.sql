-- The bytes that reports were made from, deflated, by their SHA-256.
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  data BLOB NOT NULL,
  size INTEGER NOT NULL,
  url TEXT,
  retrieved TEXT
) STRICT;

-- Reports as in the JSON contract; what is searched by stands in columns of its own.
CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  outlet TEXT,
  published TEXT,
  text TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  comparison BLOB,
  settings TEXT,
  differences INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX story_updated ON story (updated DESC, id);

CREATE TABLE story_report (
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  report TEXT NOT NULL REFERENCES report (id),
  added TEXT NOT NULL,
  PRIMARY KEY (story, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_report_report ON story_report (report);

-- What people decided, as one table of a decisions file each. Nothing is deleted: what is undone says when.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  toml TEXT NOT NULL,
  made TEXT NOT NULL,
  who TEXT NOT NULL,
  undone TEXT
) STRICT;
CREATE INDEX decision_story ON decision (story);

-- What the comparison of a story found, one row an attribution, to search by. Written again with each comparison.
CREATE TABLE said (
  number INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  report TEXT NOT NULL,
  statement TEXT NOT NULL,
  attribution TEXT NOT NULL,
  entity TEXT,
  speaker TEXT NOT NULL,
  spellings TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX said_story ON said (story);
CREATE INDEX said_speaker ON said (speaker);

CREATE TABLE difference (
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (story, kind, about, id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = 'report', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_inserted AFTER INSERT ON report BEGIN
  INSERT INTO report_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER report_deleted AFTER DELETE ON report BEGIN
  INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE VIRTUAL TABLE said_words USING fts5 (
  words, spellings, content = 'said', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER said_inserted AFTER INSERT ON said BEGIN
  INSERT INTO said_words (rowid, words, spellings) VALUES (new.number, new.words, new.spellings);
END;
CREATE TRIGGER said_deleted AFTER DELETE ON said BEGIN
  INSERT INTO said_words (said_words, rowid, words, spellings) VALUES ('delete', old.number, old.words, old.spellings);
END;
