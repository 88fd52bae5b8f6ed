"""Tours and measurements: programs that run the real thing and end with one line of JSON."""
