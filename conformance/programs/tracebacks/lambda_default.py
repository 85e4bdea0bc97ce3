"""A lambda in a call."""
apply = lambda function, value: function(value)
apply(lambda v: v + "x", 1)
