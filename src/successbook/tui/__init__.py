"""The terminal interface: app, actions, screens, widgets, themes."""
