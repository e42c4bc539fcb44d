"""The database engine of the `default` alias: tenancy as a property of the transaction."""
