"""The rooms of an open plan, one for each number key, and what their rows say."""
