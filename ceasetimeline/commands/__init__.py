"""The command line: what can be asked, what is done, what is printed."""
