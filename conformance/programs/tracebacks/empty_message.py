"""An empty message leaves no colon."""
raise ValueError("")
