"""Views: plain rows made from a Document, which any shell can show."""
