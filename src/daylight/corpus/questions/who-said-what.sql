-- Who said what about whom: every attribution of a speaker that names somebody, with its source.
-- speaker = %     the speaker's name, % for any
-- about = %       who is spoken of, % for anybody
SELECT a.published, a.speaker, person AS about, a.kind, a.text, a.outlet, a.title, a.path, a.start, a."end", a.story
FROM attributions a, unnest(a.about) AS named(person)
WHERE a.speaker ILIKE $speaker AND person ILIKE $about
ORDER BY a.published, a.speaker, a.text, a.path, a.start, person
