"""The hand-over of a car: what is to be ready, what was promised, and who signed for it."""
