import path from 'node:path';
import { type Clock, pinnedClock, systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/config.ts';
import { type Connection, connect, type DbTarget } from '#app/platform/db/client.ts';
import { type EmbeddedServer, startEmbedded } from '#app/platform/db/embedded.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';
import { demoDay } from '#app/platform/instance/settings.server.ts';
import type { Logger } from '#app/platform/log.ts';

/** What the server and the command line stand on: an open, migrated database and the instance's clock. */
export type Services = {
  config: Config;
  log: Logger;
  target: DbTarget;
  connection: Connection;
  clock: Clock;
  /** Lets go of everything; the embedded database stops with its last user. */
  close(): Promise<void>;
};

/** Says what takes longer than a moment; on standard error, so that `--json` stays clean. */
export type Progress = (message: string) => void;

/** Opens the database of the configuration, starting the embedded server when there is no DATABASE_URL, and migrates it. */
export async function openServices(config: Config, log: Logger, progress: Progress): Promise<Services> {
  const embedded = await openDatabase(config, progress);
  const target = embedded?.target ?? { connectionString: config.databaseUrl ?? '' };
  await migrateDatabase(target, path.resolve('db/migrations'));
  const connection = connect(target, log);
  const day = await demoDay(connection.db);
  return {
    config,
    log,
    target,
    connection,
    clock: day ? pinnedClock(day) : systemClock,
    async close() {
      await connection.close();
      await embedded?.release();
    },
  };
}

async function openDatabase(config: Config, progress: Progress): Promise<EmbeddedServer | null> {
  if (config.databaseUrl) return null;
  const slow = setTimeout(() => progress('starting PostgreSQL…'), 1000);
  try {
    return await startEmbedded(path.join(config.dataDir, 'postgres'));
  } finally {
    clearTimeout(slow);
  }
}
