"""Files as people send them: what each is, and its rows. Known to nothing but text; runs in a process of its own."""
