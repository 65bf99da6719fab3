import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../app/platform/db/embedded.ts';
import { type Program, startProgram } from './program.ts';

/** Starts one more server on the data of a running demo, for which it is another day: a program reads the pinned one when it starts. */
export async function onDay(dataDir: string, day: string): Promise<Program> {
  const server = await startEmbedded(path.join(dataDir, 'postgres'));
  const client = new pg.Client(server.target);
  await client.connect();
  const pin = (value: unknown) => client.query(`update instance_settings set value = $1 where key = 'demo'`, [JSON.stringify(value)]);
  const { rows } = await client.query<{ value: unknown }>(`select value from instance_settings where key = 'demo'`);
  try {
    await pin({ day });
    return await startProgram({ dataDir });
  } finally {
    await pin(rows[0]?.value);
    await client.end();
    await server.release();
  }
}
