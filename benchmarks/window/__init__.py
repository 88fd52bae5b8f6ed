"""How smooth the window stays: `make bench-ui`."""
