"""Time expressions: found, understood, and placed on the calendar."""
