"""What people ask of an import: upload, map, try, start, cancel, undo."""
