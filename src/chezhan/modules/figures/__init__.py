"""Figures by which a store is run: said once, read over the gate, shown with the records behind them."""
