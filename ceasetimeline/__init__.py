"""From news articles to a checkable timeline of a negotiation."""
