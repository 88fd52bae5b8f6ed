"""Pictures of every screen in its states, languages, themes and sizes: `make gallery`."""
