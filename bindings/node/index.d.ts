// Belljar for Node: an interpreter for a safe subset of Python.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Positive integers; absent: the default. */
export interface Limits {
  steps?: number;
  memory_bytes?: number;
  depth?: number;
  time_ns?: number;
  effects?: number;
  output_bytes?: number;
}

export interface Finding {
  rule: string;
  severity: "error" | "warning";
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  message: string;
  help: string;
}

/** A module of the host's own: functions with their signatures, as Python writes them, and constants. */
export interface Module {
  functions?: { [name: string]: [signature: string, implementation: (values: any) => Json] };
  constants?: { [name: string]: Json };
}

/** Answers effects; what it has not is refused. Throw ProgramError to raise in the program. */
export interface Host {
  now?(): number; // microseconds since 1970
  http?(request: { [name: string]: Json }): Json;
  secret?(path: string): string;
  call?(name: string, values: { [name: string]: Json }): Json;
}

export interface CallOptions {
  args?: Json[];
  event?: Json;
  limits?: Limits;
}

/** Misuse: an unknown profile, unusable limits, a malformed document. */
export class InvalidCall extends Error {}
/** The source breaks the profile's rules. */
export class Refused extends Error {
  readonly findings: Finding[];
}
export class ProgramError extends Error {
  constructor(className: string, message: string, members?: { [name: string]: Json });
  readonly document: { class: string; message: string; [name: string]: Json };
}

export class Outcome {
  readonly status: "ok" | "error" | "limit" | "effect";
  readonly ok: boolean;
  readonly result: Json | undefined;
  readonly document: { [name: string]: Json }; // as `belljar run --json`
  readonly usage: { steps: number; memory_bytes: number; depth: number; effects: number };
  readonly errorText: string;
  readonly output: string;
  readonly transcript: string;
}

/** A profile with its modules and limits: immutable. */
export class Engine {
  constructor(options?: {
    profile?: "sym" | "restrictedpython" | "python";
    allow?: string[];
    limits?: Limits;
    modules?: { [name: string]: Module };
  });
  /** Throws Refused. */
  compile(source: string, name?: string): Program;
}

export class Program {
  readonly warnings: Finding[];
  /** Runs to the end, on this thread. Not both a world and a host. */
  evaluate(handler?: string | null,
           options?: CallOptions & { world?: Json; host?: Host; transcript?: boolean }): Outcome;
  /** Runs until the first effect, or to the end. */
  start(handler?: string | null, options?: CallOptions): Session;
  /** Goes on from Session.snapshot(), which holds no secrets. */
  resume(snapshot: string, options?: { secrets?: { [path: string]: string } }): Session;
}

export interface Wish {
  service: "clock" | "http" | "secret" | "sdk" | "host";
  call: string;
  arguments: { [name: string]: Json };
}

/** An evaluation whose effects are answered later. */
export class Session {
  /** null: the session has ended. */
  readonly wish: Wish | null;
  answer(value: Json): void;
  error(className: string, message: string, members?: { [name: string]: Json }): void;
  refuse(reason?: string): void;
  /** Answers every wish with what `ask` gives; resolves to the outcome. */
  run(ask: (wish: Wish) => Json | Promise<Json>): Promise<Outcome>;
  readonly outcome: Outcome;
  snapshot(): string;
}

export const version: string;
