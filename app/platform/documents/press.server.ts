import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Binding, BoundPart } from './binding.ts';
import { fontFiles } from './fonts.server.ts';
import type { FormDocument } from './form.ts';
import type { LetterDocument } from './letters.ts';
import type { ProseDocument } from './prose.ts';
import type { Report } from './report.ts';
import type { Workbook } from './tabular.ts';

const require = createRequire(import.meta.url);

/** One file to make; all of it can be copied to another thread. */
export type PressWork =
  | { format: 'pdf'; template: string; data: string }
  | { format: 'docx'; report: Report }
  | { format: 'prose-docx'; prose: ProseDocument }
  | { format: 'letters-docx'; letters: LetterDocument }
  | { format: 'xlsx'; workbook: Workbook }
  | { format: 'form-docx'; form: FormDocument }
  | { format: 'form-xlsx'; form: FormDocument }
  | { format: 'bind'; binding: Binding }
  /** Answers JSON, not a file. */
  | { format: 'examine'; content: BoundPart['content'] };

export type PressJob = { id: number; work: PressWork };
export type PressAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };
type Press = { worker: Worker; waiting: Map<number, Waiting> };

let press: Press | undefined;
let lastId = 0;

function startPress(): Press {
  // Found through package.json, not beside this file: the server's build moves this module, not the sources.
  const script = require.resolve('#app/platform/documents/press-worker.ts');
  const root = dirname(dirname(dirname(script)));
  const worker = new Worker(script, { workerData: { root, fonts: fontFiles() } });
  const started: Press = { worker, waiting: new Map() };
  worker.on('message', (answer: PressAnswer) => settle(started, answer));
  worker.on('error', (error) => abandon(started, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => abandon(started, new Error(`the document thread ended with code ${code}`)));
  worker.unref();
  return started;
}

function settle({ worker, waiting }: Press, answer: PressAnswer): void {
  const job = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker.unref();
  if ('error' in answer) job?.reject(new Error(`the document could not be made: ${answer.error}`));
  else job?.resolve(answer.bytes);
}

/** A thread that died takes its jobs with it, not the next ones: those start another. */
function abandon(dead: Press, error: Error): void {
  if (press === dead) press = undefined;
  for (const job of dead.waiting.values()) job.reject(error);
  dead.waiting.clear();
}

/** Makes a file on the document thread, started on first use, after the files asked for before it. Rejects when it cannot be made. */
export function onPress(work: PressWork): Promise<Uint8Array> {
  press ??= startPress();
  const { worker, waiting } = press;
  const job: PressJob = { id: ++lastId, work };
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    // A command line waits for its document; an idle server or a finished test is not held by an idle thread.
    worker.ref();
    worker.postMessage(job);
  });
}
