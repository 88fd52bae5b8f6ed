"""``station-central``: what State IT types to set up, fill and run a centre."""
