import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { dropBytes } from './folder.server.ts';

/** How long a file that nothing names is kept: a form may be on its way that will. */
const KEPT_HOURS = 24;
const AT_ONCE = 200;

/**
 * Forgets files that nothing in the database names any more, a day after they were last handed in: row and bytes. What names files are
 * the foreign keys to `stored_files`, whichever feature has them. Returns how many. For every process, now and then.
 */
export async function forgetUnusedFiles(ctx: Ctx): Promise<number> {
  const { rows: keys } = await ctx.db.execute<{ source: string; field: string }>(sql`
    select k.conrelid::regclass::text as source, quote_ident(a.attname) as field
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'stored_files'::regclass`);
  const unnamed = keys.map(({ source, field }) => sql`not exists (select 1 from ${sql.raw(source)} n where n.${sql.raw(field)} = f.hash)`);
  const old = sql`f.touched_at < now() - make_interval(hours => ${KEPT_HOURS})`;
  return inTransaction(ctx, async (tx) => {
    const { rows } = await tx.db.execute<{ hash: string }>(sql`
      delete from stored_files f where f.hash in (
        select f.hash from stored_files f where ${sql.join([old, ...unnamed], sql` and `)} limit ${AT_ONCE} for update skip locked
      ) returning f.hash`);
    // Under the rows' locks: whoever hands the same bytes in meanwhile waits for its row, and writes them again (see `storeFile`).
    for (const { hash } of rows) await dropBytes(hash);
    return rows.length;
  });
}
