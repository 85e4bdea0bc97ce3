def f(event):
	names = ["日本語 – é", event._name]
	return names
