"use strict";
const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const belljar = require("belljar");

const program = (source, options = {}) =>
  new belljar.Engine({ profile: "python", ...options }).compile(source, "flow.py");

test("a decision", () => {
  const outcome = program("def f(a, b):\n    print('hé')\n    return {'sum': a + b}").evaluate("f", { args: [1, 2.5] });
  assert.deepStrictEqual([outcome.status, outcome.ok, outcome.result, outcome.output], ["ok", true, { sum: 3.5 }, "hé\n"]);
  assert.ok(outcome.usage.steps > 0);
});

test("an error is an outcome", () => {
  const outcome = program("x = 1 / 0").evaluate();
  assert.strictEqual(outcome.status, "error");
  assert.match(outcome.errorText, /ZeroDivisionError: division by zero\n$/);
});

test("a refused source throws with all findings", () => {
  assert.throws(() => new belljar.Engine().compile("import os\nexec('')"), (error) =>
    error instanceof belljar.Refused && error.findings[0].rule === "import.module" && error.findings[1].rule === "call.exec");
});

test("limits", () => {
  assert.strictEqual(program("while True: pass").evaluate(null, { limits: { steps: 1000 } }).document.limit, "steps");
});

test("misuse throws", () => {
  for (const make of [
    () => new belljar.Engine({ profile: "cpython" }), () => new belljar.Engine({ limits: { steps: 0 } }),
    () => new belljar.Engine({ allow: ["nothing"] }), () => new belljar.Engine({ modules: { json: {} } }),
    () => program("x = 1").evaluate(null, { world: {}, host: {} }), () => program("x = 1").evaluate(null, { world: [] }),
    () => program("x = 1").resume("{}"),
  ]) assert.throws(make, belljar.InvalidCall);
});

const bank = (balance) => ({ bank: { constants: { CURRENCY: "EUR" }, functions: { balance: ["account: str", balance] } } });
const SOURCE = "import datetime, bank\ndef f(account):\n    datetime.datetime.now()\n    return [bank.CURRENCY, bank.balance(account)]";

test("a host and modules answer", () => {
  const compiled = program(SOURCE, { modules: bank(({ account }) => {
    if (account !== "A") throw new belljar.ProgramError("LookupError", "no account");
    return 12;
  }) });
  const host = { now: () => 1700000000000000 };
  assert.deepStrictEqual(compiled.evaluate("f", { args: ["A"], host }).result, ["EUR", 12]);
  assert.match(compiled.evaluate("f", { args: ["B"], host }).errorText, /LookupError: no account\n$/);
  assert.strictEqual(compiled.evaluate("f", { args: ["A"] }).document.call, "clock.now");
});

test("a failing function or a promise refuses", () => {
  const failing = program("import bank\nbank.balance('A')", { modules: bank(() => { throw new Error("broken"); }) });
  assert.match(failing.evaluate().document.reason, /broken/);
  const waiting = program("import bank\nbank.balance('A')", { modules: bank(async () => 1) });
  assert.match(waiting.evaluate().document.reason, /promise/);
});

test("a session waits for promises", async () => {
  const compiled = program(SOURCE, { modules: bank(() => null) });
  const outcome = await compiled.start("f", { args: ["A"] }).run(async (wish) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return wish.service === "clock" ? 1700000000000000 : wish.arguments.account + "!";
  });
  assert.deepStrictEqual(outcome.result, ["EUR", "A!"]);
});

test("a session goes on from a snapshot", () => {
  const compiled = program(SOURCE, { modules: bank(() => null) });
  const session = compiled.start("f", { args: ["A"] });
  assert.strictEqual(session.wish.service, "clock");
  session.answer(1700000000000000);
  const resumed = compiled.resume(session.snapshot());
  assert.deepStrictEqual(resumed.wish, { service: "host", call: "bank.balance", arguments: { account: "A" } });
  resumed.error("KeyError", "A");
  assert.strictEqual(resumed.wish, null);
  assert.match(resumed.outcome.errorText, /KeyError: 'A'\n$/);
  assert.throws(() => resumed.answer(1), belljar.InvalidCall);
});

test("the example is the README's, and prints what it says", () => {
  const folder = path.dirname(require.resolve("belljar"));
  const example = fs.readFileSync(path.join(folder, "example.js"), "utf8");
  assert.ok(fs.readFileSync(path.join(folder, "README.md"), "utf8").includes("```js\n" + example + "```"));
  const printed = execFileSync(process.execPath, [path.join(folder, "example.js")], { encoding: "utf8" });
  assert.strictEqual(printed, "ok { allow: true, rate: 1.5 }\n");
});
