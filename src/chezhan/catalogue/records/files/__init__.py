"""The bytes behind the values of file, photo and signature fields."""
