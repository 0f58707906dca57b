CREATE TEMP TABLE county AS
SELECT bureau.id AS bureau, schools, classes
FROM read_json('${counties}', format = 'newline_delimited', columns = {
  bureau: 'STRUCT(id VARCHAR)',
  schools: 'STRUCT(id VARCHAR, type VARCHAR, students INTEGER, staff INTEGER)[]',
  classes: 'STRUCT(id VARCHAR, stage VARCHAR, students INTEGER)[]'});

CREATE TEMP TABLE cap (standard VARCHAR, stage VARCHAR, at_most INTEGER);
INSERT INTO cap VALUES
  ('class-size.primary.design', 'PRIMARY', 45),
  ('class-size.junior.design', 'JUNIOR', 50),
  ('class-size.senior.design', 'SENIOR', 50),
  ('class-size.large', 'PRIMARY', 55), ('class-size.large', 'JUNIOR', 55), ('class-size.large', 'SENIOR', 55),
  ('class-size.super-large', 'PRIMARY', 65), ('class-size.super-large', 'JUNIOR', 65), ('class-size.super-large', 'SENIOR', 65);

CREATE TEMP TABLE ratio (standard VARCHAR, type VARCHAR, at_most DECIMAL(4, 1));
INSERT INTO ratio
SELECT 'staffing.primary.unified', unnest(['211', '218', '219', '312', '345']), 19
UNION ALL SELECT 'staffing.junior.unified', unnest(['311', '319', '321', '329', '341']), 13.5
UNION ALL SELECT 'staffing.senior.unified', unnest(['342', '349']), 12.5;

-- Half up to four decimals by whole numbers, as reports print it: a floating quotient would round some the other way.
CREATE TEMP MACRO ten_thousandths(students, staff) AS (20000 * students::BIGINT + staff) // (2 * staff);
CREATE TEMP MACRO found(students, staff) AS CASE
  WHEN staff = 0 THEN students || ':0'
  ELSE rtrim(rtrim(printf('%d.%04d', ten_thousandths(students, staff) // 10000, ten_thousandths(students, staff) % 10000), '0'), '.')
END;

COPY (
  SELECT standard, bureau, class.id, class.students::VARCHAR
  FROM (SELECT bureau, unnest(classes) AS class FROM county) JOIN cap ON cap.stage = class.stage
  WHERE class.students > at_most
  UNION ALL
  SELECT standard, bureau, school.id, found(school.students, school.staff)
  FROM (SELECT bureau, unnest(schools) AS school FROM county) JOIN ratio ON ratio.type = school.type
  WHERE school.students > at_most * school.staff
) TO '${violations}' (FORMAT csv, DELIMITER '\t', HEADER false);
