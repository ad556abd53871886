"""What a text is made of: sentences, boilerplate, clauses."""
