import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Locale } from '#app/lib/locale.ts';
import { fontFiles } from './fonts.server.ts';
import type { PdfAnswer, PdfJob } from './pdf-worker.ts';
import { showable } from './showable.server.ts';

const require = createRequire(import.meta.url);

/** What every template needs besides its own data: see `page-of` in layout.typ. */
export type PdfData = {
  /** The title in the file's metadata, which PDF/UA asks readers to show. */
  documentTitle: string;
  author: string;
  description: string;
  keywords: readonly string[];
  /** `YYYY-MM-DD`: the date in the file's metadata, given so that the same input makes the same bytes. */
  date: string;
};

/** A template: its path under the app folder, with a leading slash; other features' templates import the same layout. */
export type PdfTemplate = `/${string}.typ`;

type Waiting = {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
};
type Press = { worker: Worker; waiting: Map<number, Waiting> };

let press: Press | undefined;
let lastId = 0;

function startPress(): Press {
  // Found through package.json, not beside this file: the server's build moves this module, not the sources.
  const script = require.resolve('#app/platform/documents/pdf-worker.ts');
  const root = dirname(dirname(dirname(script)));
  const worker = new Worker(script, {
    workerData: { root, fonts: fontFiles() },
  });
  const started: Press = { worker, waiting: new Map() };
  worker.on('message', (answer: PdfAnswer) => settle(started, answer));
  worker.on('error', (error) => abandon(started, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => abandon(started, new Error(`the PDF thread ended with code ${code}`)));
  worker.unref();
  return started;
}

function settle({ worker, waiting }: Press, answer: PdfAnswer): void {
  const job = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker.unref();
  if ('error' in answer) job?.reject(new Error(`the PDF could not be set: ${answer.error}`));
  else job?.resolve(answer.bytes);
}

/** A thread that died takes its jobs with it, not the next ones: those start another. */
function abandon(dead: Press, error: Error): void {
  if (press === dead) press = undefined;
  for (const job of dead.waiting.values()) job.reject(error);
  dead.waiting.clear();
}

/**
 * Sets a template with its data as a tagged PDF (PDF/UA-1, PDF 1.7) in the document's language, on a thread of its own.
 * Data reaches the template as JSON: no text of it is ever read as markup. The same input gives the same bytes.
 * A character that no face has is shown as 〓. Throws when the template does not compile.
 */
export function renderPdf(template: PdfTemplate, data: PdfData, { lang }: { lang: Locale }): Promise<Uint8Array> {
  const json = JSON.stringify({ ...data, lang }, (_key, value: unknown) => (typeof value === 'string' ? showable(value) : value));
  press ??= startPress();
  const { worker, waiting } = press;
  const job: PdfJob = { id: ++lastId, template, data: json };
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    // A command line waits for its document; an idle server or a finished test is not held by an idle thread.
    worker.ref();
    worker.postMessage(job);
  });
}
