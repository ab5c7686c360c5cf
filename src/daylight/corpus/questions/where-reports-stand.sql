-- In which story each report stands, why, and which other stories it shares text with; reports as a decisions file names them.
-- story = %       the id of a story, % for any
WITH sides AS (
  SELECT report_a AS report, report_b AS other FROM copies WHERE kind <> 'boilerplate'
  UNION ALL SELECT report_b, report_a FROM copies WHERE kind <> 'boilerplate'
), elsewhere AS (
  SELECT sides.report, list_sort(list(DISTINCT there.story)) AS shares_with
  FROM sides JOIN stories here USING (report) JOIN stories there ON there.report = sides.other
  WHERE there.story <> here.story GROUP BY sides.report
)
SELECT s.story, s.report, r.id, concat_ws('#', r.path, r.part) AS place, r.title, r.outlet, r.published, s.reason, shares_with
FROM stories s JOIN reports r USING (report) LEFT JOIN elsewhere USING (report)
WHERE s.story ILIKE $story
ORDER BY min(r.published) OVER (PARTITION BY s.story), s.story, r.published, s.report
