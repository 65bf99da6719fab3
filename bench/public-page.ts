// Requests a second for the page of the edition, against raw node:http that serves the same bytes, in the same run: the ratio is what
// the frame, the security headers and the cache cost. Both servers are processes of their own, asked by this one in turn.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { freePort, startProgram } from '../e2e/program.ts';

const CONNECTIONS = 16;
const ROUND_MS = 2_500;
const MOST_REQUESTS = 60_000;
const ROUNDS = 5;
const PAGE = '/fr/editions/rfj-9';
const headers = { 'accept-encoding': 'gzip' };

/** One request on a kept connection; the body is read to its end. */
function ask(agent: http.Agent, url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          response.statusCode === 200 ? resolve(Buffer.concat(chunks)) : reject(new Error(`status ${response.statusCode}`)),
        );
      })
      .on('error', reject);
  });
}

/** Seconds of processor time a process has used, in 1/100 s (Linux); `null` where the system does not tell. */
function processorTime(pid: number | undefined): number | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

type Round = { perSecond: number; processorMs: number | null };

/** Requests answered a second, and processor time per request, over a round bounded in time and in number. */
async function round(url: string, pid: number | undefined): Promise<Round> {
  const before = processorTime(pid);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let answered = 0;
  const client = async () => {
    while (performance.now() - start < ROUND_MS && answered < MOST_REQUESTS) {
      await ask(agent, url);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - start) / 1000;
  const after = processorTime(pid);
  agent.destroy();
  return { perSecond: answered / seconds, processorMs: before === null || after === null ? null : ((after - before) * 1000) / answered };
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

// Neither server writes a line per request: what a log costs depends on where it goes.
const program = await startProgram({ env: { LOG_LEVEL: 'warn' } });
const file = path.join(os.tmpdir(), `entente-bench-${process.pid}.gz`);
const port = await freePort();
const page = await ask(new http.Agent(), `${program.url}${PAGE}`);
fs.writeFileSync(file, page);
const raw = spawn(process.execPath, [
  '-e',
  `const body = require('node:fs').readFileSync(${JSON.stringify(file)});
   require('node:http').createServer((q, s) => { s.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', 'content-length': body.length }); s.end(body); }).listen(${port}, '127.0.0.1');`,
]);
try {
  const baseline = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await ask(new http.Agent(), baseline).then(
      () => true,
      () => false,
    );
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!(await ask(new http.Agent(), baseline)).equals(page)) throw new Error('the baseline serves other bytes');
  const [entente, plain] = [
    { url: `${program.url}${PAGE}`, pid: program.child.pid },
    { url: baseline, pid: raw.pid },
  ];
  await round(entente.url, entente.pid);
  await round(plain.url, plain.pid);
  const ours: Round[] = [];
  const theirs: Round[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    ours.push(await round(entente.url, entente.pid));
    theirs.push(await round(plain.url, plain.pid));
  }
  const speed = (rounds: Round[]) => median(rounds.map(({ perSecond }) => perSecond));
  const cost = (rounds: Round[]) => median(rounds.flatMap(({ processorMs }) => processorMs ?? []));
  say(
    `page: ${PAGE}, ${page.length} bytes compressed, ${gunzipSync(page).length} plain; ${CONNECTIONS} connections, median of ${ROUNDS} rounds`,
  );
  say(`Entente: ${speed(ours).toFixed(0)} requests a second, ${cost(ours).toFixed(3)} ms of processor each`);
  say(`raw node:http, same bytes: ${speed(theirs).toFixed(0)} requests a second, ${cost(theirs).toFixed(3)} ms of processor each`);
  say(
    `ratio: ${(speed(ours) / speed(theirs)).toFixed(2)} by the clock, ${(cost(theirs) / cost(ours)).toFixed(2)} by processor time (which other work on the machine disturbs less)`,
  );
} finally {
  raw.kill();
  fs.rmSync(file, { force: true });
  await program.stop();
  fs.rmSync(path.dirname(program.dataDir), { recursive: true, force: true });
}
