"""Many records in few statements: what intake writes, and how it is taken back."""
