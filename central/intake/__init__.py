"""What comes in from files of State IT: the directory, officers, alerts, FIRs. All of a file or nothing."""
