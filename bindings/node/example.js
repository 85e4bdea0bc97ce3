const belljar = require("belljar");

const FLOW = `
def decide(request):
    return {"allow": request["amount"] <= 100, "rate": bank.rate("EUR")}
`;
const bank = { functions: { rate: ["currency: str", ({ currency }) => 1.5] } };
const program = new belljar.Engine({ modules: { bank } }).compile("import bank\n" + FLOW, "flow.py");
const outcome = program.evaluate("decide", { args: [{ amount: 75 }] });
console.log(outcome.status, outcome.result);
