-- How many independent texts a story has: a report and its copies are one text.
-- at_least = 2    reports of a story
SELECT s.story, any_value(r.title ORDER BY s.published, s.report) AS title, count(*) AS reports,
  count(DISTINCT s.text) AS texts, count(DISTINCT s.outlet) AS outlets, min(s.published) AS first, max(s.published) AS last
FROM stories s JOIN reports r USING (report)
GROUP BY s.story HAVING count(*) >= $at_least::INTEGER
ORDER BY reports DESC, s.story
