// Belljar for Node: the addon's texts as values.
"use strict";

const addon = require("./build/Release/belljar.node");

class InvalidCall extends Error {}

// The source breaks the profile's rules.
class Refused extends Error {
  constructor(report) {
    super(report.text);
    this.findings = report.findings;
  }
}

// Thrown by a host's method: raises an exception in the program instead of ending it.
class ProgramError extends Error {
  constructor(className, message, members = {}) {
    super(`${className}: ${message}`);
    this.document = { class: className, message, ...members };
  }
}

function checked(call) {
  try {
    return call();
  } catch (error) {
    throw error.status === undefined ? error : new InvalidCall(error.message);
  }
}

function json(value, what) {
  if (value === undefined || value === null) return undefined;
  const text = JSON.stringify(value);
  if (text === undefined) throw new InvalidCall(`${what} is no JSON`);
  return text;
}

class Outcome {
  constructor(texts) {
    this.status = texts.status;
    this.document = JSON.parse(texts.json);
    this.result = this.document.result;
    this.usage = this.document.usage;
    this.errorText = texts.errorText;
    this.output = texts.output;
    this.transcript = texts.transcript;
  }
  get ok() {
    return this.status === "ok";
  }
}

class Engine {
  #engine;
  #functions = new Map();
  constructor({ profile = "sym", allow = [], limits, modules = {} } = {}) {
    const declared = Object.entries(modules).map(([name, { functions = {}, constants = {} }]) => {
      for (const [f, [, implementation]] of Object.entries(functions))
        this.#functions.set(`${name}.${f}`, implementation);
      const signatures = Object.entries(functions).map(([f, [signature]]) => [f, signature]);
      return { name, constants, functions: Object.fromEntries(signatures) };
    });
    this.#engine = checked(() => new addon.Engine({
      profile, modules: json(allow), limits: json(limits), hostModules: json(declared),
    }));
  }
  compile(source, name = "<source>") {
    const { program, report } = checked(() => this.#engine.compile(source, name));
    const document = JSON.parse(report);
    if (!program) throw new Refused(document);
    return new Program(program, document, this.#functions);
  }
}

class Program {
  #program;
  #functions;
  constructor(program, report, functions) {
    this.#program = program;
    this.#functions = functions;
    this.warnings = report.findings;
  }
  evaluate(handler, { args, event, world, host, limits, transcript = false } = {}) {
    const answers = world === undefined ? this.#answers(host) : undefined;
    if (world !== undefined && host !== undefined)
      throw new InvalidCall("a world and a host exclude each other");
    return new Outcome(checked(() => this.#program.evaluate(
      { ...texts(handler, { args, event, world, limits }), transcript }, answers)));
  }
  start(handler, { args, event, limits } = {}) {
    return new Session(checked(() => this.#program.start(texts(handler, { args, event, limits }))));
  }
  resume(snapshot, { secrets } = {}) {
    return new Session(checked(() => this.#program.resume(snapshot, json(secrets))));
  }
  #answers(host) {
    if (host === undefined && this.#functions.size === 0) return undefined;
    return (service, call, text) => {
      try {
        const value = this.#ask(host ?? {}, service, call, JSON.parse(text));
        if (typeof value?.then === "function")
          return ["refuse", "a promise: use start(), which waits"];
        return ["answer", JSON.stringify(value ?? null)];
      } catch (error) {
        if (error instanceof ProgramError) return ["error", JSON.stringify(error.document)];
        return ["refuse", String(error)];
      }
    };
  }
  #ask(host, service, call, values) {
    if (service === "host") return this.#functions.get(call)(values);
    const method = { clock: "now", http: "http", secret: "secret", sdk: "call" }[service];
    if (typeof host[method] !== "function") throw new Error("the host does not offer it");
    if (service === "clock") return host.now();
    if (service === "secret") return host.secret(values.path);
    return service === "http" ? host.http(values) : host.call(call, values);
  }
}

function texts(handler, { args, event, world, limits }) {
  return {
    handler: handler ?? undefined, args: json(args, "args"), event: json(event, "event"),
    world: json(world, "world"), limits: json(limits, "limits"),
  };
}

class Session {
  #session;
  constructor(session) {
    this.#session = session;
  }
  get wish() {
    const wish = this.#session.wish();
    if (!wish) return null;
    return { service: wish[0], call: wish[1], arguments: JSON.parse(wish[2]) };
  }
  answer(value) {
    checked(() => this.#session.answer("answer", JSON.stringify(value ?? null)));
  }
  error(className, message, members = {}) {
    const document = { class: className, message, ...members };
    checked(() => this.#session.answer("error", JSON.stringify(document)));
  }
  refuse(reason = "") {
    checked(() => this.#session.answer("refuse", reason));
  }
  // Answers every wish with what `ask` gives, a promise or not; resolves to the outcome.
  async run(ask) {
    for (let wish = this.wish; wish; wish = this.wish) {
      try {
        this.answer(await ask(wish));
      } catch (error) {
        if (error instanceof ProgramError) this.error(error.document.class, error.document.message, error.document);
        else this.refuse(String(error));
      }
    }
    return this.outcome;
  }
  get outcome() {
    return new Outcome(this.#session.outcome());
  }
  snapshot() {
    return this.#session.snapshot();
  }
}

module.exports = { Engine, InvalidCall, Outcome, Program, ProgramError, Refused, Session, version: addon.version };
