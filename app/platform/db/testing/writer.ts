// Run by embedded.test.ts in a process of its own: uses the embedded server of a folder (first argument), writes rows one
// commit after the other, and says each number on standard output once it is acknowledged, until it is killed.
import pg from 'pg';
import { startEmbedded } from '../embedded.ts';

const [dir = '', mode = 'write'] = process.argv.slice(2);
const server = await startEmbedded(dir);
const client = new pg.Client(server.target);
await client.connect();
await client.query('create table if not exists acknowledged (n bigint primary key)').catch((error: { code?: string }) => {
  // Two first writers at once: the other one made it.
  if (error.code !== '23505') throw error;
});
process.stdout.write(`ready ${server.pid} ${server.joined ? 'joined' : 'started'}\n`);
if (mode === 'write') {
  for (let n = BigInt(Date.now()) * 1_000_000n + BigInt(process.pid % 1000) * 1000n; ; n++) {
    await client.query('insert into acknowledged values ($1)', [n.toString()]);
    process.stdout.write(`${n}\n`);
  }
}
process.on('SIGTERM', async () => {
  await client.end();
  await server.release();
  process.exit(0);
});
setInterval(() => {}, 1000);
