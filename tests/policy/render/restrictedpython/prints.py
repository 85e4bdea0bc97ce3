def f():
    print("lost")


x: int = 1
text = printed
