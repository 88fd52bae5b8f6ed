"""Training: the whole program over a made-up station, with no line at all. Nothing of it can reach the centre."""
