import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { type Connection, connect, type DbTarget } from '#app/platform/db/client.ts';
import { startEmbedded } from '#app/platform/db/embedded.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';
import { silentLogger } from '#app/platform/log.ts';

export const say = (text: string) => void process.stdout.write(`${text}\n`);
export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A new, empty, migrated database of its own, gone afterwards. */
export async function withDatabase(work: (connection: Connection, target: DbTarget) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-bench-'));
  const embedded = await startEmbedded(path.join(folder, 'postgres'));
  try {
    await migrateDatabase(embedded.target, 'db/migrations');
    const connection = connect(embedded.target, silentLogger);
    try {
      await work(connection, embedded.target);
    } finally {
      await connection.close();
    }
  } finally {
    await embedded.release();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

type Asked = { text: string; values: unknown[]; ms: number };
let asked: Asked[] | null = null;

// Connections keep the function that they find when they are opened: it is put in place before the first of them.
const { query } = pg.Client.prototype;
// biome-ignore lint/suspicious/noExplicitAny: a query has many forms, all handed on as they are
pg.Client.prototype.query = function (this: pg.Client, ...given: any[]) {
  const from = performance.now();
  const [config, values] = given;
  const done = () =>
    asked?.push({
      text: typeof config === 'string' ? config : config.text,
      values: (Array.isArray(values) ? values : config.values) ?? [],
      ms: performance.now() - from,
    });
  const last = given.at(-1);
  if (typeof last === 'function')
    given[given.length - 1] = (...answer: unknown[]) => {
      done();
      last(...answer);
    };
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const answer = (query as any).apply(this, given);
  if (typeof answer?.then === 'function') answer.then(done, () => {});
  return answer;
  // biome-ignore lint/suspicious/noExplicitAny: as above
} as any;

/** Every query of some work, with the milliseconds that it took. */
export async function queriesOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const all: Asked[] = [];
  asked = all;
  await work();
  asked = null;
  return all;
}

/** Prints the plans of the slowest reads. */
export async function explain(target: DbTarget, asked: readonly Asked[], count: number): Promise<void> {
  const client = new pg.Client(target);
  await client.connect();
  const reads = [...asked].filter(({ text }) => /^(select|with)/i.test(text) && !/for update/i.test(text)).sort((a, b) => b.ms - a.ms);
  for (const { text, values, ms } of reads.slice(0, count)) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${text}`, values);
    say(`plan of a read of ${ms.toFixed(1)} ms: ${text.slice(0, 90).replace(/\s+/g, ' ')}…`);
    for (const row of rows) say(`  ${row['QUERY PLAN'].slice(0, 160)}`);
  }
  await client.end();
}
