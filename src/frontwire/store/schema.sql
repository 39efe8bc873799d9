-- One situation. Upper part: what was put in (never changed). Lower part: pure views, rewritten by every build in one
-- transaction. Column names are those of the exported tables.
CREATE TYPE IF NOT EXISTS mention AS STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER, report_id VARCHAR);
CREATE TYPE IF NOT EXISTS actor AS STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER, report_id VARCHAR, actor_id VARCHAR, name VARCHAR, side VARCHAR, country VARCHAR);
CREATE TYPE IF NOT EXISTS place AS STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER, report_id VARCHAR, place_id VARCHAR, name VARCHAR, facility VARCHAR, admin1 VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR, candidates INTEGER, score DOUBLE, relation VARCHAR);
CREATE TYPE IF NOT EXISTS moment AS STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER, earliest VARCHAR, latest VARCHAR, "precision" VARCHAR, modifier VARCHAR, rule VARCHAR);
CREATE TYPE IF NOT EXISTS figure AS STRUCT(kind VARCHAR, text VARCHAR, "start" INTEGER, "end" INTEGER, low BIGINT, high BIGINT, best BIGINT, victim_class VARCHAR, aggregate BOOLEAN);
CREATE TYPE IF NOT EXISTS source AS STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER, report_id VARCHAR, kind VARCHAR, speaker_id VARCHAR, side VARCHAR, country VARCHAR);
CREATE TYPE IF NOT EXISTS toll AS STRUCT(low BIGINT, high BIGINT, best BIGINT);

CREATE TABLE IF NOT EXISTS input (report_id VARCHAR PRIMARY KEY, outlet VARCHAR, title VARCHAR, byline VARCHAR, published VARCHAR, published_precision VARCHAR, url VARCHAR, language VARCHAR, sha256 VARCHAR, path VARCHAR);
CREATE TABLE IF NOT EXISTS draft (report_id VARCHAR, extractor VARCHAR, body VARCHAR, PRIMARY KEY (report_id, extractor));
CREATE TABLE IF NOT EXISTS judgements (judgement_id VARCHAR PRIMARY KEY, kind VARCHAR, ids VARCHAR[], field VARCHAR, value VARCHAR, "user" VARCHAR, reason VARCHAR, made_at VARCHAR, superseded_at VARCHAR);
CREATE TABLE IF NOT EXISTS changes ("at" VARCHAR, subject VARCHAR, id VARCHAR, before VARCHAR, after VARCHAR, because VARCHAR[]);

CREATE TABLE IF NOT EXISTS reports (report_id VARCHAR, outlet VARCHAR, title VARCHAR, byline VARCHAR, published VARCHAR, published_precision VARCHAR, url VARCHAR, language VARCHAR, sha256 VARCHAR, characters INTEGER, sentences INTEGER, claims INTEGER);
CREATE TABLE IF NOT EXISTS claims (claim_id VARCHAR, report_id VARCHAR, sentence INTEGER, "start" INTEGER, "end" INTEGER, "trigger" VARCHAR, type VARCHAR, status VARCHAR, background BOOLEAN, agent actor[], target actor[], place place[], time moment, casualties figure[], source source[], weapon mention[], confidence DOUBLE, extractor VARCHAR, incident_id VARCHAR);
CREATE TABLE IF NOT EXISTS incidents (incident_id VARCHAR, type VARCHAR, date_earliest VARCHAR, date_latest VARCHAR, date_precision VARCHAR, place place, agents actor[], targets actor[], killed toll, wounded toll, casualties STRUCT(kind VARCHAR, victim_class VARCHAR, low BIGINT, high BIGINT, best BIGINT, claims VARCHAR[])[], reports VARCHAR[], claims VARCHAR[], origins_low INTEGER, origins_high INTEGER, grade VARCHAR, contested STRUCT(field VARCHAR, "values" VARCHAR[], claims VARCHAR[])[], merged_into VARCHAR);
CREATE TABLE IF NOT EXISTS control (control_id VARCHAR, place place, facility VARCHAR, holder actor, state VARCHAR, from_earliest VARCHAR, from_latest VARCHAR, to_earliest VARCHAR, to_latest VARCHAR, mode VARCHAR, claims VARCHAR[], origins_low INTEGER, origins_high INTEGER);
CREATE TABLE IF NOT EXISTS passages (family_id VARCHAR, report_id VARCHAR, "start" INTEGER, "end" INTEGER, kind VARCHAR, text VARCHAR, earliest BOOLEAN);
CREATE TABLE IF NOT EXISTS origins (origin_id VARCHAR, kind VARCHAR, name VARCHAR, claims VARCHAR[], reports VARCHAR[]);
CREATE TABLE IF NOT EXISTS places (report_id VARCHAR, "start" INTEGER, "end" INTEGER, text VARCHAR, place_id VARCHAR, name VARCHAR, facility VARCHAR, admin1 VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR, candidates INTEGER, score DOUBLE, relation VARCHAR);
CREATE TABLE IF NOT EXISTS times (report_id VARCHAR, "start" INTEGER, "end" INTEGER, text VARCHAR, earliest VARCHAR, latest VARCHAR, "precision" VARCHAR, modifier VARCHAR, rule VARCHAR);
CREATE TABLE IF NOT EXISTS links (claim_a VARCHAR, claim_b VARCHAR, weight DOUBLE, reasons VARCHAR[]);
