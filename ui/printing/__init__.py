"""Paper: the FIR and the receipt as PDF, drawn by QPainter, with the record embedded."""
