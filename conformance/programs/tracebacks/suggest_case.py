"""A change of case is half an edit."""
Total = 3
print(total)
