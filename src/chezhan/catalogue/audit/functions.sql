-- The audit of one store. {schema} and {role} are its own; run as the owner of its tables, and again at any time.

-- Who acts is said by the product in a setting of the transaction, and signed: the store's role may set what it
-- likes, but can't read this key. Two pads, as in RFC 2104.
CREATE TABLE IF NOT EXISTS {schema}.audit_seal (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  inner_pad bytea NOT NULL,
  outer_pad bytea NOT NULL
);
INSERT INTO {schema}.audit_seal (inner_pad, outer_pad) VALUES ('\x{inner_pad}', '\x{outer_pad}')
ON CONFLICT (single) DO UPDATE SET inner_pad = EXCLUDED.inner_pad, outer_pad = EXCLUDED.outer_pad;
REVOKE ALL ON {schema}.audit_seal, {schema}.audit_entry FROM {role};
GRANT SELECT ON {schema}.audit_entry TO {role};

-- Called by the two below, whose search path and rights it has.
CREATE OR REPLACE FUNCTION {schema}.audit_who() RETURNS jsonb LANGUAGE plpgsql AS $audit$
DECLARE
  given text := pg_catalog.current_setting('chezhan.acting', true);
  said bytea;
BEGIN
  IF given IS NULL OR given = '' THEN
    RETURN '{{}}';
  END IF;
  said := decode(substr(given, 65), 'hex');
  PERFORM 1 FROM {schema}.audit_seal
  WHERE encode(sha256(outer_pad || sha256(inner_pad || said)), 'hex') = left(given, 64);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit: who acts is not signed for this store' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN convert_from(said, 'UTF8')::jsonb;
END
$audit$;

CREATE OR REPLACE FUNCTION {schema}.audit_write() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $audit$
DECLARE
  -- No column ends with an underscore, so no name here can be taken for one.
  who_ jsonb := {schema}.audit_who();
  actor_ uuid := (who_ ->> 'actor')::uuid;
  reason_ text := COALESCE(who_ ->> 'reason', '');
  request_ text := COALESCE(who_ ->> 'request', '');
  address_ text := COALESCE(who_ ->> 'address', '');
  moment_ timestamptz := clock_timestamp();
  -- told by columns of the entry itself
  stamps_ CONSTANT text[] := ARRAY['updated_at', 'updated_by', 'version'];
  born_ CONSTANT text[] := ARRAY['id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO {schema}.audit_entry
      (at, actor_id, reason, request_id, address, entity, record_id, kind, version, changes)
    SELECT moment_, actor_, reason_, request_, address_, TG_TABLE_NAME, (v.fresh ->> 'id')::uuid, 'created',
      (v.fresh ->> 'version')::integer, jsonb_strip_nulls(v.fresh - born_)
    FROM new_rows AS n CROSS JOIN LATERAL (SELECT to_jsonb(n) AS fresh OFFSET 0) AS v;
  ELSIF TG_OP = 'UPDATE' THEN
    -- A row whose id was changed is told as one deleted and one created.
    INSERT INTO {schema}.audit_entry
      (at, actor_id, reason, request_id, address, entity, record_id, kind, version, changes)
    SELECT moment_, actor_, reason_, request_, address_, TG_TABLE_NAME, COALESCE(n.id, o.id),
      CASE WHEN v.was IS NULL THEN 'created' WHEN v.fresh IS NULL THEN 'deleted' ELSE 'updated' END,
      (COALESCE(v.fresh, v.was) ->> 'version')::integer,
      CASE
        WHEN v.was IS NULL THEN jsonb_strip_nulls(v.fresh - born_)
        WHEN v.fresh IS NULL THEN jsonb_strip_nulls(v.was)
        ELSE COALESCE(
          (SELECT jsonb_object_agg(key, jsonb_build_array(v.was -> key, value)) FROM jsonb_each(v.fresh)
           WHERE value IS DISTINCT FROM v.was -> key AND key <> ALL (stamps_)),
          '{{}}')
      END
    FROM old_rows AS o FULL JOIN new_rows AS n ON n.id = o.id
    CROSS JOIN LATERAL (SELECT to_jsonb(o) AS was, to_jsonb(n) AS fresh OFFSET 0) AS v
    WHERE v.was IS DISTINCT FROM v.fresh;
  ELSE
    INSERT INTO {schema}.audit_entry
      (at, actor_id, reason, request_id, address, entity, record_id, kind, version, changes)
    SELECT moment_, actor_, reason_, request_, address_, TG_TABLE_NAME, (v.was ->> 'id')::uuid, 'deleted',
      (v.was ->> 'version')::integer, jsonb_strip_nulls(v.was)
    FROM old_rows AS o CROSS JOIN LATERAL (SELECT to_jsonb(o) AS was OFFSET 0) AS v;
  END IF;
  RETURN NULL;
END
$audit$;

-- All that a store's role may add: that somebody looked. Neither when nor who is for the caller to say.
CREATE OR REPLACE FUNCTION {schema}.audit_note(kind text, entity text, records uuid[], details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $audit$
DECLARE
  who jsonb := {schema}.audit_who();
BEGIN
  IF audit_note.kind NOT IN ('read', 'revealed', 'exported') THEN
    RAISE EXCEPTION 'audit: % is not a look', audit_note.kind USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO {schema}.audit_entry
    (at, actor_id, reason, request_id, address, entity, record_id, kind, changes)
  SELECT clock_timestamp(), (who ->> 'actor')::uuid, COALESCE(who ->> 'reason', ''), COALESCE(who ->> 'request', ''),
    COALESCE(who ->> 'address', ''), left(audit_note.entity, 63), record, audit_note.kind, audit_note.details
  FROM unnest(audit_note.records) AS record;
END
$audit$;

-- As audit_note('read', …) of [{{entity, fields, records}}], without what was told today of the same person: each record
-- is told once a day for the fields that are read of it, however often a list is looked at.
CREATE OR REPLACE FUNCTION {schema}.audit_saw(looks jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $audit$
DECLARE
  who jsonb := {schema}.audit_who();
  actor uuid := (who ->> 'actor')::uuid;
  why text := COALESCE(who ->> 'reason', '');
  morning timestamptz := date_trunc('day', clock_timestamp(), 'Asia/Shanghai');
BEGIN
  INSERT INTO {schema}.audit_entry
    (at, actor_id, reason, request_id, address, entity, record_id, kind, changes)
  SELECT clock_timestamp(), actor, why, COALESCE(who ->> 'request', ''), COALESCE(who ->> 'address', ''),
    left(look ->> 'entity', 63), record::uuid, 'read', jsonb_build_object('fields', look -> 'fields')
  FROM jsonb_array_elements(looks) AS look, jsonb_array_elements_text(look -> 'records') AS record
  WHERE NOT EXISTS (
    SELECT FROM {schema}.audit_entry AS e
    WHERE e.record_id = record::uuid AND e.at >= morning AND e.kind = 'read' AND e.entity = left(look ->> 'entity', 63)
      AND e.actor_id IS NOT DISTINCT FROM actor AND e.reason = why AND e.changes -> 'fields' @> (look -> 'fields')
  );
END
$audit$;

REVOKE ALL ON FUNCTION {schema}.audit_who(), {schema}.audit_write() FROM PUBLIC;
REVOKE ALL ON FUNCTION {schema}.audit_note(text, text, uuid[], jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION {schema}.audit_saw(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.audit_note(text, text, uuid[], jsonb) TO {role};
GRANT EXECUTE ON FUNCTION {schema}.audit_saw(jsonb) TO {role};
