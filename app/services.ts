import path from 'node:path';
import process from 'node:process';
import { commandLine } from '#app/access/actor.ts';
import { type Clock, pinnedClock, systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Connection, connect, type Db, type DbTarget } from '#app/platform/db/client.ts';
import { startEmbedded } from '#app/platform/db/embedded.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';
import { keepFilesIn } from '#app/platform/files/folder.server.ts';
import { demoDay } from '#app/platform/instance/settings.server.ts';
import type { Logger } from '#app/platform/log.ts';
import { registerFeatures } from './registrations.ts';

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

/** The context of the program itself on an open instance: the command line, and what happens at a start. */
export function commandContext(services: Services): Ctx {
  const { connection, clock, log } = services;
  return { db: connection.db, clock, actor: commandLine, locale: 'en', log, requestId: `process-${process.pid}` };
}

/** Says what takes longer than a moment; on standard error, so that `--json` stays clean. */
export type Progress = (message: string) => void;

/** The database server of the configuration, not migrated: the embedded one, started or joined, or DATABASE_URL. */
export async function openTarget(config: Config, progress: Progress): Promise<{ target: DbTarget; release(): Promise<void> }> {
  if (config.databaseUrl) return { target: { connectionString: config.databaseUrl }, release: async () => {} };
  const slow = setTimeout(() => progress('starting PostgreSQL…'), 1000);
  try {
    const embedded = await startEmbedded(path.join(config.dataDir, 'postgres'));
    return { target: embedded.target, release: () => embedded.release() };
  } finally {
    clearTimeout(slow);
  }
}

/** Where the files that people hand in are kept: beside the embedded database, whatever database is used. */
export function filesFolder(config: Config): string {
  return path.join(config.dataDir, 'files');
}

/** Opens the database of the configuration and migrates it. */
export async function openServices(config: Config, log: Logger, progress: Progress): Promise<Services> {
  keepFilesIn(filesFolder(config));
  registerFeatures();
  const { target, release } = await openTarget(config, progress);
  try {
    await migrateDatabase(target, path.resolve('db/migrations'));
    const connection = connect(target, log);
    return {
      config,
      log,
      target,
      connection,
      clock: await instanceClock(connection.db),
      async close() {
        await connection.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The clock of an instance: pinned on a demo. */
export async function instanceClock(db: Db): Promise<Clock> {
  const day = await demoDay(db);
  return day ? pinnedClock(day) : systemClock;
}
