"""Small parts that every screen is made of; each says itself again when the language changes."""
