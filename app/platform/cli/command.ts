import type { Ctx } from '#app/platform/ctx.ts';

/** Exit codes of the command line: done, refused (the reason on standard error), misuse (the usage on standard error). */
export const EXIT = { done: 0, refused: 1, misuse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is run with. Results go to `out`, messages for people to `err`. */
export type CommandIo = {
  /** The words after the command's name. */
  args: string[];
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  out(text: string): void;
  err(text: string): void;
  /** Opens the database (starting the embedded one if it does not run), with the command line as actor. */
  open(): Promise<Ctx>;
};

/** One command: how it is called, what it is for, and what it does. */
export type Command = { name: string; usage: string; summary: string; run(io: CommandIo): Promise<ExitCode> };

/** The command was called with words that it does not take; its message goes to standard error, with the usage. */
export class Misuse extends Error {}
