"""What came before what: statements become bounds, an order without cycles, and conflicts that cite both sides."""
