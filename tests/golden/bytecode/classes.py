class A(Exception, metaclass=type):
    """doc"""
    limit: int = 3

    def __init__(self, x):
        super().__init__(x)
        self.x = x
        self.__y = self.limit

    @property
    def z(self):
        return __class__
