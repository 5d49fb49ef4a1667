"""The codes that the core gives: what each means, and the fixes for its findings."""
