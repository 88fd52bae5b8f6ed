"""An alert written and sent by keyboard alone, in Hindi, by somebody who hears the window: `make walk`."""
