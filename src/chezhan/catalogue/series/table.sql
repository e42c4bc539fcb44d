-- How far each store's series has come; a stem is the prefix and the day. Nobody but the triggers writes it.
CREATE TABLE IF NOT EXISTS {schema}.number_series (
  stem text PRIMARY KEY,
  last integer NOT NULL CHECK (last > 0)
);
REVOKE ALL ON {schema}.number_series FROM {role};
