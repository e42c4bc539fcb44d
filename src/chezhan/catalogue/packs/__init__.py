"""A store's setting up as one versioned file: installed, upgraded by a three-way merge, exported."""
