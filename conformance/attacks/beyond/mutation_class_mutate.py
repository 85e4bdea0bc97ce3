class A:
    def __eq__(s,o):
        global A
        for n in ('__eq__',):
            try: delattr(type(s),n)
            except AttributeError: pass
        return True
print([A()]==[A()], A()==A())
