"""So do the methods of built-in types."""
[1, 2].appendd(3)
