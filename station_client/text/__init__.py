"""The scripts' own language: nine Indic scripts, Urdu, Latin. Standard library only."""
