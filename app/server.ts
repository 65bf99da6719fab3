import * as build from 'virtual:react-router/server-build';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerBuild } from 'react-router';
import type { Config } from '#app/platform/config/config.ts';
import type { Logger } from '#app/platform/log.ts';
import { demoSignIns } from '#db/demo/seed-persons.ts';
import { startBackground } from './background.ts';
import { openCollab } from './collab.ts';
import { createHttpApp } from './http.ts';
import { prepareDemo, prepareReferenceData } from './prepare-instance.ts';
import { commandContext, instanceClock, openServices, type Progress, type Services } from './services.ts';

/** How long running requests may take to finish once we are asked to stop. */
const GRACE_MS = 5_000;

/** Prepares the instance and serves it until SIGINT or SIGTERM; then finishes what runs, and stops the database. */
export async function serve(config: Config, log: Logger): Promise<void> {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const services = await prepare(config, log, say);
  const background = startBackground(services);
  const app = createHttpApp(services, build as unknown as ServerBuild);
  const server = createAdaptorServer({ fetch: app.fetch });
  const collab = openCollab(server, services);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await collab.stop();
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
    clearTimeout(force);
    await background.stop();
    await services.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  }).catch(async (error: NodeJS.ErrnoException) => {
    await background.stop();
    await services.close();
    if (error.code === 'EADDRINUSE') throw new Error(`port ${config.port} is taken: another Entente, or set PORT`);
    throw error;
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = config.port === 0 ? `http://${config.host}:${port}` : config.publicUrl;
  if (services.clock.pinned) sayDemo(say, url);
  say(`Entente is ready: ${url}`);
}

/** How to try the demo: there are no passwords, and no mail leaves. */
function sayDemo(say: Progress, url: string): void {
  say(`This is the demo. To sign in, open ${url}/en/sign-in, enter one of these mailboxes,`);
  say(`and type the code that ${url}/en/outbox shows:`);
  for (const line of demoSignIns()) say(line);
}

/** Opens the instance and brings it up to date; a first start on this machine alone becomes the demo, with its pinned clock. */
async function prepare(config: Config, log: Logger, say: Progress): Promise<Services> {
  const services = await openServices(config, log, say);
  try {
    const ctx = commandContext(services);
    await prepareReferenceData(ctx, say);
    const demo = config.localDemo && (await prepareDemo(ctx, say));
    return demo ? { ...services, clock: await instanceClock(services.connection.db) } : services;
  } catch (error) {
    await services.close();
    throw error;
  }
}
