"""Records on paper: templates of blocks, filled through the gate and set by typst in a process that is shut off."""
