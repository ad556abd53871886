"""Across articles: which texts are copies, which mentions tell of one event, what answers what."""
