"""The vault: keys, their slots, the PC's keychain, and what happens after wrong passwords."""
