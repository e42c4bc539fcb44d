"""What can be done with values: each operation once for Python and once for PostgreSQL, with one meaning."""
