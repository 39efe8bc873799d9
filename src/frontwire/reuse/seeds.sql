-- Positions two documents share a fingerprint at. A fingerprint in more than 100 documents is a stock phrase, not a copy.
WITH shared AS (
    SELECT hash FROM fingerprint GROUP BY hash HAVING count(DISTINCT doc) BETWEEN 2 AND 100
)
SELECT a.doc, b.doc, a.pos, b.pos
FROM fingerprint a
JOIN shared USING (hash)
JOIN fingerprint b USING (hash)
WHERE a.doc < b.doc
ORDER BY a.doc, b.doc, a.pos, b.pos;
