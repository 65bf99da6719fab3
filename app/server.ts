import * as build from 'virtual:react-router/server-build';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerBuild } from 'react-router';
import type { Config } from '#app/platform/config/config.ts';
import type { Logger } from '#app/platform/log.ts';
import { createHttpApp } from './http.ts';
import { openServices } from './services.ts';

/** How long running requests may take to finish once we are asked to stop. */
const GRACE_MS = 5_000;

/** Prepares the instance and serves it until SIGINT or SIGTERM; then finishes what runs, and stops the database. */
export async function serve(config: Config, log: Logger): Promise<void> {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const services = await openServices(config, log, say);
  const app = createHttpApp(services, build as unknown as ServerBuild);
  const server = createAdaptorServer({ fetch: app.fetch });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
    clearTimeout(force);
    await services.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  }).catch(async (error: NodeJS.ErrnoException) => {
    await services.close();
    if (error.code === 'EADDRINUSE') throw new Error(`port ${config.port} is taken: another Entente, or set PORT`);
    throw error;
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  say(`Entente is ready: ${config.port === 0 ? `http://${config.host}:${port}` : config.publicUrl}`);
}
