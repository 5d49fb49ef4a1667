"""Any bytes whatever, given to what reads them: `python -m tests.fuzz`."""
