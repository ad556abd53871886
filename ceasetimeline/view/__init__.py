"""Timelines to look at: text, HTML, SVG."""
