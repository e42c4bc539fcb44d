"""Fields and kinds of record that headquarters defines in its stores."""
