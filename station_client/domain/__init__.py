"""The field's own language: alert, FIR, draft, office, attachment. Standard library only, no I/O, no clock."""
