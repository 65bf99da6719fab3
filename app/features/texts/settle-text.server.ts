import { type Ctx, must } from '#app/platform/ctx.ts';
import { isComplete } from './domain/life.ts';
import { BY_SILENCE, type OpenedText, personOf, takeStep, todayOf } from './open-text.server.ts';
import { listApprovals, type VersionRow } from './queries-life.server.ts';
import { sealOf } from './seal.server.ts';
import { insertApproval, insertSeal } from './store-life.server.ts';

/**
 * Records that a side has said yes to the version before the members, by the actor or by silence, and seals the text once every side has.
 * The caller holds the text's row and has asked the rules. Returns whether the text is sealed now. What follows
 * from it must be done: when the feature that owns the subject refuses, the transaction goes.
 */
export async function giveApproval(
  tx: Ctx,
  opened: Pick<OpenedText, 'text' | 'kind'>,
  version: VersionRow,
  yes: { side: string; silence: boolean },
) {
  const { text } = opened;
  const { side, silence } = yes;
  const personId = silence ? null : personOf(tx);
  await insertApproval(tx.db, { versionId: version.id, side, bySilence: silence, personId, approvedOn: todayOf(tx) });
  await takeStep(tx, text, { step: 'approve', to: text.state, version: version.number, side, note: silence ? BY_SILENCE : '', silence });
  const given = (await listApprovals(tx.db, version.id)).map(({ approval }) => approval);
  if (!isComplete({ sides: version.sides, approvedBy: given.map((one) => one.side) })) return false;
  await sealVersion(tx, opened, version, given);
  return true;
}

type Given = { side: string; approvedOn: string; bySilence: boolean };

async function sealVersion(
  tx: Ctx,
  { text, kind }: Pick<OpenedText, 'text' | 'kind'>,
  version: VersionRow,
  given: readonly Given[],
): Promise<void> {
  const sealedOn = todayOf(tx);
  const approvals = given.map(({ side, approvedOn: on, bySilence }) => ({ side, on, bySilence }));
  const seal = sealOf(text, version, { sealedOn, approvals });
  await insertSeal(tx.db, { textId: text.id, versionId: version.id, sealedOn, approvals, seal });
  await takeStep(tx, text, { step: 'seal', to: 'approved', version: version.number, note: seal, silence: true });
  const { id: versionId, number, document, annexes } = version;
  const sealed = { textId: text.id, versionId, number, lang: text.lang, document, annexes, seal, sealedOn };
  if (kind.approved) must(await kind.approved(tx, text.subjectId, sealed));
}
