"""What `make lint`, `make test`, `make bench` and `make torture` run. Imports no Django."""
