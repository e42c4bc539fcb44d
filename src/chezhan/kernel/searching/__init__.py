"""Text as it is searched: in parts of one and two signs, and by pinyin. PostgreSQL and Python say the same."""
