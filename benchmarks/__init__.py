"""How fast successbook is, told as ratios to a bare Textual app and to bare Python: `make bench`."""
