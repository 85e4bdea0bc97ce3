import belljar

FLOW = """
def decide(request):
    return {"allow": request["amount"] <= 100, "rate": bank.rate("EUR")}
"""
bank = belljar.Module("bank", rate=("currency: str", lambda currency: 1.5))
program = belljar.Engine(modules=[bank]).compile("import bank\n" + FLOW, "flow.py")
outcome = program.evaluate("decide", args=[{"amount": 75}])
print(outcome.status, outcome.result)
