"""The recycle bin: deleted records, whole, until they are brought back or their time is over."""
