"""Broken and hostile input: 95 cases, and third-party lists."""
