"""The reports that supervisors and State IT read: counts from what was really logged in and sent."""
