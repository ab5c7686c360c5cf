-- The bytes that reports were made from, deflated, by their SHA-256.
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  data BLOB NOT NULL,
  size INTEGER NOT NULL,
  url TEXT,
  retrieved TEXT
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

-- Reports as in the JSON contract; what is searched by stands in columns of its own. A report belongs to one story: its id is
-- unique there, and there only. ``content`` is a digest of what makes it the same report when it comes again.
CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT,
  published TEXT,
  text TEXT NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (story, id),
  UNIQUE (story, content)
) STRICT;
CREATE INDEX report_source ON report (source);

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
  story TEXT NOT NULL,
  report TEXT NOT NULL,
  statement TEXT NOT NULL,
  attribution TEXT NOT NULL,
  entity TEXT,
  speaker TEXT NOT NULL,
  spellings TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  FOREIGN KEY (story, report) REFERENCES report (story, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX said_report ON said (story, report);
CREATE INDEX said_speaker ON said (speaker);

-- Every name of everybody who says it, but for typography.
CREATE TABLE voice (
  name TEXT NOT NULL,
  said INTEGER NOT NULL REFERENCES said (number) ON DELETE CASCADE,
  PRIMARY KEY (name, said)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_said ON voice (said);

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
