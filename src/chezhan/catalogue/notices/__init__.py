"""What a person is to be told in the app, and how much waits for them: who else tells something signs on here."""
