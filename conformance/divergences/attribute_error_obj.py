"""AttributeError.obj is None where the interpreter raised the error.

cause: it would hand out the object, which the code that raised may have kept to itself.
workaround: name the object that was asked, or give `obj` when raising the error yourself.
"""


class Box:
    pass


try:
    Box().missing
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)
try:
    raise AttributeError("text", name="n", obj=[1])
except AttributeError as error:
    print(error, error.name, error.obj)
