import { spawn } from 'node:child_process';
import process from 'node:process';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { freePort, runCommand, startProgram } from './program.ts';

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 55_000;
  while (Date.now() < until) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen in time');
}

/** The launcher of `npm start`, on a data folder. */
async function launch(dataDir: string) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: '', DEMO: 'no' };
  const launcher = spawn(process.execPath, ['bin/entente.mjs', 'start'], { env, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => launcher.on('exit', (code) => resolve(code)));
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await eventually(answers);
  return { launcher, ended, answers };
}

it('tells on a first start how to sign in as each demo person', () => {
  const mailboxes = inject('startOutput').match(/\S+@\S+\.example/g) ?? [];
  expect(new Set(mailboxes).size).toBeGreaterThanOrEqual(7);
});

it('has made one demo of two first starts at once', async () => {
  for (const base of [inject('baseUrl'), inject('twinUrl')]) {
    const page = await (await fetch(`${base}/fr/series/rfj`)).text();
    expect(page.match(/href="\/fr\/editions\/rfj-9"/g)?.length).toBeGreaterThan(0);
  }
  const { out } = await runCommand(['find-authority', 'Cannes'], { dataDir: inject('demoDataDir') });
  expect(JSON.parse(out)).toMatchObject({ match: { system: 'COG', code: '06029' } });
});

it('lets another server and the command line come and go on the same data', async () => {
  const dataDir = inject('demoDataDir');
  const second = await startProgram({ dataDir });
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
  expect((await runCommand(['migrate'], { dataDir })).code).toBe(0);
  expect((await fetch(`${inject('baseUrl')}/readyz`)).status).toBe(200);
});

it('says which port is taken', async () => {
  const port = new URL(inject('baseUrl')).port;
  await expect(startProgram({ dataDir: inject('demoDataDir'), env: { PORT: port } })).rejects.toThrow(`port ${port} is taken`);
});

it('stops on SIGTERM to the launcher, and leaves the others their database', async () => {
  const { launcher, ended, answers } = await launch(inject('demoDataDir'));
  launcher.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await answers()).toBe(false);
  expect((await fetch(`${inject('baseUrl')}/readyz`)).status).toBe(200);
});

it('leaves no server behind when the launcher is killed outright', async () => {
  const { launcher, answers } = await launch(inject('demoDataDir'));
  launcher.kill('SIGKILL');
  await eventually(async () => !(await answers()));
  expect((await fetch(`${inject('baseUrl')}/readyz`)).status).toBe(200);
});

it.skipIf(!process.env.TEST_DATABASE_URL)('runs as several processes on another PostgreSQL', async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  const database = `entente_journey_${process.pid}`;
  await client.query(`create database ${database} template template0`);
  url.pathname = `/${database}`;
  try {
    const env = { DATABASE_URL: url.toString() };
    const programs = await Promise.all([startProgram({ env }), startProgram({ env })]);
    for (const program of programs) {
      expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
      // No demo on a database that is not ours alone: the home page stands, without any series.
      expect((await fetch(`${program.url}/fr`)).status).toBe(200);
      expect((await fetch(`${program.url}/fr/editions/rfj-9`)).status).toBe(404);
    }
    expect(await Promise.all(programs.map((program) => program.stop()))).toEqual([0, 0]);
  } finally {
    await client.query(`drop database ${database} with (force)`);
    await client.end();
  }
});
