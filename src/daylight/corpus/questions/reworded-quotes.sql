-- Which outlets print other words inside quotation marks than others print of the same utterance.
-- at_least = 1    quotations of an outlet that others print too
WITH shared AS (
  SELECT story, statement FROM attributions WHERE kind <> 'indirect'
  GROUP BY ALL HAVING count(DISTINCT report) > 1
), quoted AS (
  SELECT outlet, count(DISTINCT (story, statement)) AS quotations
  FROM attributions JOIN shared USING (story, statement) WHERE kind <> 'indirect' GROUP BY outlet
), reworded AS (
  SELECT outlet, count(DISTINCT (story, statement)) AS reworded
  FROM differences WHERE kind = 'reworded-in-quotes' GROUP BY outlet
)
SELECT outlet, coalesce(reworded, 0) AS reworded, quotations, round(coalesce(reworded, 0) / quotations, 3) AS share
FROM quoted LEFT JOIN reworded USING (outlet)
WHERE quotations >= $at_least::INTEGER
ORDER BY share DESC, quotations DESC, outlet
