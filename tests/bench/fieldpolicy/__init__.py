"""Two stores that differ in nothing but what one may not see."""
