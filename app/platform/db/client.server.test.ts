import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { useTestDatabase } from '#app/platform/testing/database.ts';

const database = useTestDatabase();

it('answers queries sent together in one transaction, each its own, without a warning of the driver', async () => {
  const warnings: string[] = [];
  const listen = (warning: Error) => warnings.push(warning.message);
  process.on('warning', listen);
  const answers = await database.connection.db.transaction((tx) =>
    Promise.all([1, 2, 3, 4, 5].map(async (number) => (await tx.execute(sql`select ${number}::int as number`)).rows[0]?.number)),
  );
  await new Promise(setImmediate);
  process.off('warning', listen);
  expect(answers).toEqual([1, 2, 3, 4, 5]);
  expect(warnings).toEqual([]);
});

it('rolls back what was sent together with a query that fails, and serves the next transaction', async () => {
  const { db } = database.connection;
  await db.execute(sql`create table turns (number int)`);
  const failing = db.transaction((tx) =>
    Promise.all([
      tx.execute(sql`insert into turns values (1)`),
      tx.execute(sql`select 1 / 0`),
      tx.execute(sql`insert into turns values (2)`),
    ]),
  );
  await expect(failing).rejects.toThrow();
  expect((await db.execute(sql`select count(*)::int as rows from turns`)).rows).toEqual([{ rows: 0 }]);
});
