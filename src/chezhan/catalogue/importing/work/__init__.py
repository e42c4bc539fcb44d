"""What a worker does with an import: reads it, tries it, writes it, takes it back."""
