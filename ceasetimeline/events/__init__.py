"""Event mentions: which move a sentence tells, who takes part, how sure the teller is, and when it was."""
