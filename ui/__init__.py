"""The face: decides nothing, asks the services, shows what they answer."""
