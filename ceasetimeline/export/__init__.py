"""Timelines out: one small module per format, behind one table."""
