"""What follows from a plan and a given day. Pure functions; nothing here is ever stored."""
