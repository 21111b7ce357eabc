"""The domain: which records there are, what their fields ask, and which may hang under which."""
