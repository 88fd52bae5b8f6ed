"""Kills the program again and again while an officer works, and looks for anything that was told as kept and is not."""
