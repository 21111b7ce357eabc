"""The files of a plan: which holds what, TOML in and out, and saving that never harms what is on the disk."""
