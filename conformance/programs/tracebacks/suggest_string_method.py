"""The first of equally near names in sorted order is taken."""
"abc".startwith("a")
