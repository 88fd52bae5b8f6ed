"""Messages to other offices: judged as they come in, kept in a queue, and carried by e-mail and SMS."""
