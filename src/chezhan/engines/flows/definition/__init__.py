"""What a flow says, as it is kept and sent; read here and nowhere else."""
