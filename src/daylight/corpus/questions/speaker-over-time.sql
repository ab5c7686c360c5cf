-- A speaker over time: by month, in how many stories and outlets, and how much of it in quotation marks.
-- speaker = %     the speaker's name, % for any
SELECT speaker, substr(published, 1, 7) AS month, count(*) AS attributions, count(DISTINCT (story, statement)) AS statements,
  count(DISTINCT story) AS stories, count(DISTINCT outlet) AS outlets,
  round(count(*) FILTER (kind <> 'indirect') / count(*), 2) AS quoted
FROM attributions
WHERE speaker ILIKE $speaker
GROUP BY ALL
ORDER BY attributions DESC, speaker, month
