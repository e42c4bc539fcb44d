-- Text as it is searched. Immutable, so that indexes can be made of them; what they answer may not change under an
-- index: a change takes a new name. READINGS stands for a JSON object of signs and their readings.

CREATE OR REPLACE FUNCTION public.search_normal(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(translate(normalize(value, NFKC), E' \t\n\r·•・.-', ''));

-- All single signs and pairs of neighbours, of the normal form.
CREATE OR REPLACE FUNCTION public.search_parts(value text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 400 AS $parts$
DECLARE
  found text[] := string_to_array(public.search_normal(value), NULL);
  before text := found[1];
  sign text;
BEGIN
  FOREACH sign IN ARRAY found[2:] LOOP
    found := found || (before || sign);
    before := sign;
  END LOOP;
  RETURN found;
END
$parts$;

-- From every Chinese sign on: the pinyin, and its initials, to be found by how they begin. 张伟: zhangwei, wei, zw, w.
-- Empty of text without Chinese signs. Of signs with several readings the first few are combined.
CREATE OR REPLACE FUNCTION public.search_pinyin(value text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 1500 AS $pinyin$
DECLARE
  normal text;
  signs text[];
  told text;
  reading text;
  rest text;
  -- What follows, read in one way: in these two, while `whole` is NULL; in several: in the arrays.
  one text := '';
  first text := '';
  whole text[];
  firsts text[];
  next_whole text[];
  next_firsts text[];
  found text[] := '{}';
BEGIN
  IF octet_length(value) = length(value) THEN
    RETURN '';
  END IF;
  normal := public.search_normal(left(value, 200));
  -- Letters and digits at the end, at once.
  IF ascii(right(normal, 1)) < 128 THEN
    one := substr(normal, length(rtrim(normal, 'abcdefghijklmnopqrstuvwxyz0123456789')) + 1);
    normal := left(normal, length(normal) - length(one));
    one := left(one, 40);
    first := one;
  END IF;
  signs := string_to_array(normal, NULL);
  FOR at IN REVERSE cardinality(signs) .. 1 LOOP
    told := '{READINGS}'::jsonb ->> signs[at];
    IF told IS NULL THEN
      -- Letters and digits are read as they are, and found by their own parts; anything else ends a word.
      IF position(signs[at] IN 'abcdefghijklmnopqrstuvwxyz0123456789') = 0 THEN
        one := '';
        first := '';
        whole := NULL;
      ELSIF whole IS NULL THEN
        one := left(signs[at] || one, 40);
        first := left(signs[at] || first, 40);
      ELSE
        FOR n IN 1 .. cardinality(whole) LOOP whole[n] := signs[at] || left(whole[n], 39); END LOOP;
        FOR n IN 1 .. cardinality(firsts) LOOP firsts[n] := signs[at] || left(firsts[n], 39); END LOOP;
      END IF;
    ELSIF whole IS NULL AND position(' ' IN told) = 0 THEN
      one := left(told || one, 40);
      first := left(left(told, 1) || first, 40);
      found := found || one;
      found := found || first;
    ELSE
      IF whole IS NULL THEN
        whole := ARRAY[one];
        firsts := ARRAY[first];
      END IF;
      next_whole := '{}';
      next_firsts := '{}';
      FOREACH reading IN ARRAY string_to_array(told, ' ') LOOP
        FOREACH rest IN ARRAY whole LOOP
          next_whole := next_whole || left(reading || rest, 40);
        END LOOP;
        FOREACH rest IN ARRAY firsts LOOP
          next_firsts := next_firsts || (left(reading, 1) || left(rest, 39));
        END LOOP;
      END LOOP;
      whole := next_whole[1:6];
      firsts := next_firsts[1:6];
      found := found || whole || firsts;
    END IF;
  END LOOP;
  RETURN array_to_tsvector(found);
END
$pinyin$;
