"""What can go wrong with a file, done for real."""
