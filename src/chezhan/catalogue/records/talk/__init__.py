"""What people say of records: comments and tags."""
