"""Lists as files, as far as the asker may take them away."""
