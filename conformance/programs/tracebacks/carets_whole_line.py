"""No carets where the whole line would be marked."""
undefined_name
