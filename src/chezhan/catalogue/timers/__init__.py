"""What is to happen at a moment: kept in one public table, and handed on as an event when the moment has come."""
