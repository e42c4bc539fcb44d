-- Runs once, on an empty volume, as the superuser. `chezhan prepare` makes everything else as chezhan_owner.
-- The embedded PostgreSQL of `make run` gets the same from chezhan.config.embedded.roles; a test compares them.
\getenv owner_password CHEZHAN_OWNER_PASSWORD
\getenv app_password CHEZHAN_APP_PASSWORD

CREATE ROLE chezhan_owner LOGIN NOSUPERUSER CREATEROLE CREATEDB PASSWORD :'owner_password';
CREATE ROLE chezhan_app LOGIN NOSUPERUSER NOINHERIT NOCREATEROLE NOCREATEDB PASSWORD :'app_password';
-- as if the owner had made it: it sets the login's search path and gives it the roles of the stores
GRANT chezhan_app TO chezhan_owner WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
CREATE DATABASE chezhan OWNER chezhan_owner;
