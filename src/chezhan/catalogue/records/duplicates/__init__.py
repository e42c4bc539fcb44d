"""Two records of one person or car: found when the second is entered and in the whole store, and made one."""
