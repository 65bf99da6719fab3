import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { silentSides } from '../domain/life.ts';
import { todayOf } from '../open-text.server.ts';
import { textRow } from '../queries.server.ts';
import { lifeOf, textsPastTheirDate } from '../queries-life.server.ts';
import { giveApproval } from '../settle-text.server.ts';
import { textKindOf } from '../text-kinds.server.ts';

/**
 * Takes silence for consent where the rules of `silentSides` say so, by the clock of the instance. Each text in a transaction of its own: one
 * that fails is logged and tried again at the next run, the others go on. Run twice, or in two processes at once, it does the same once.
 * Returns how many sides were taken to consent.
 */
export async function approveBySilence(ctx: Ctx): Promise<number> {
  let count = 0;
  for (const textId of await textsPastTheirDate(ctx.db, todayOf(ctx))) {
    try {
      count += await inTransaction(ctx, (tx) => takeSilence(tx, textId));
    } catch (error) {
      ctx.log.error({ err: error, textId }, 'silence could not be taken for consent');
    }
  }
  return count;
}

async function takeSilence(tx: Ctx, textId: string): Promise<number> {
  const text = await textRow(tx.db, textId, true);
  if (!text) return 0;
  const { life, version } = await lifeOf(tx.db, text);
  if (!version) return 0;
  const sides = silentSides(life, todayOf(tx));
  for (const side of sides) await giveApproval(tx, { text, kind: textKindOf(text.kind) }, version, { side, silence: true });
  return sides.length;
}
