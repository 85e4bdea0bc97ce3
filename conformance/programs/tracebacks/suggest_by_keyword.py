"""name= and obj= of a program's own AttributeError are used."""
raise AttributeError("gone", name="appendd", obj=[])
