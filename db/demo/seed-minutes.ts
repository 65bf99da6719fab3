import type { Actor } from '#app/access/actor.ts';
import { contactsOf } from '#app/features/accounts/public.server.ts';
import { listMeetings } from '#app/features/committees/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import { approveText, createText, previewProposal, proposeText, publishText, textsOf } from '#app/features/texts/public.server.ts';
import { newId } from '#app/lib/id.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { cannesMinutes, cannesMinutesSummary } from './rfj-9-minutes.ts';

/** Proposed a fortnight after the meeting, approved on the day after the date for remarks, sent out on the day after. */
const DAYS = { proposed: '2025-10-06', until: '2025-10-20', approved: '2025-10-21', published: '2025-10-22' };
const PUBLIC_URL = 'https://entente.example';

/**
 * Takes the minutes of the first French plenary meeting through their life by the use cases: the French text is written, proposed, approved by
 * the secretariat and published, the Japanese one is a draft. Nothing when the meeting has minutes.
 */
export async function seedDemoMinutes(
  base: Ctx,
  editionId: string,
  resolve: (ref: OrganisationRef) => Promise<string | null>,
): Promise<void> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  const { committees } = granted(await listMeetings(ctx));
  const plenary = committees.find(
    ({ edition, committee }) => edition.id === editionId && committee.kind === 'plenary' && committee.sides.join() === 'FR',
  );
  const meeting = plenary?.meetings.find(({ meeting: { number } }) => number === 1)?.meeting;
  if (!meeting || (await textsOf(ctx.db, 'minutes', meeting.id)).length > 0) return;
  const cuf = await resolve({ system: 'LOCAL', kind: 'network', code: 'cuf' });
  const owners = { cuf, cannes: await resolve({ system: 'COG', kind: 'commune', code: '06029' }) };
  const secretariat = await secretariatOf(ctx, cuf);
  const on = (day: string): Ctx => ({ ...ctx, actor: secretariat, clock: pinnedClock(day) });
  const of = { kind: 'minutes', subjectId: meeting.id } as const;
  const { textId } = granted(await createText(on(DAYS.proposed), { ...of, lang: 'fr', document: cannesMinutes(owners) }));
  const proposal = { textId, based: 0, until: DAYS.until, note: '', publicUrl: PUBLIC_URL };
  const { hash } = granted(await previewProposal(on(DAYS.proposed), proposal));
  granted(await proposeText(on(DAYS.proposed), { ...proposal, hash }));
  granted(await approveText(on(DAYS.approved), { textId, version: 1, side: 'FR' }));
  granted(await publishText(on(DAYS.published), { textId, publicUrl: PUBLIC_URL }));
  granted(await createText(on(DAYS.published), { ...of, lang: 'ja', document: cannesMinutesSummary(owners) }));
}

/** The officer of the French secretariat, who signs for what is written in its name. */
async function secretariatOf(ctx: Ctx, cuf: string | null): Promise<Actor> {
  const contacts = await contactsOf(ctx.db, cuf ? [cuf] : [], DAYS.proposed);
  const officer = contacts.find(({ mailbox }) => mailbox === 'japon@cuf.example');
  if (!officer) throw new Error('the demo has no French secretariat');
  const name = `${officer.name.givenName} ${officer.name.familyName}`;
  const grants = [{ role: 'secretariat', side: 'FR' }] as const;
  return { kind: 'person', personId: officer.personId, sessionId: newId(), name, lang: 'fr', grants };
}
