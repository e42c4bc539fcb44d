"""Changes of many records by choice: looked at first, made at one go, taken back by whoever made them."""
