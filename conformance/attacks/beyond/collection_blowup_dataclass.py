from dataclasses import make_dataclass
make_dataclass('A',['f%d'%i for i in range(10**5)])
