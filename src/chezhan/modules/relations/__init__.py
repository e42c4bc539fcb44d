"""How customers stand to each other: a household, who works where, who drives whose car."""
