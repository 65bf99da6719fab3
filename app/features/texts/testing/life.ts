import type { Actor } from '#app/access/actor.ts';
import { commandLine } from '#app/access/actor.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { TextDocument } from '../domain/document.ts';
import { stateOf } from '../shared-state.ts';
import { appendUpdates, insertText } from '../store-updates.server.ts';
import { type ApprovedVersion, registerTextKinds, type TextKind, type TextMember, type TextRights } from '../text-kinds.server.ts';
import { previewProposal, proposeText } from '../use-cases/propose-text.server.ts';
import { words } from './harness.ts';

const NOTHING: TextRights = { read: false, comment: false, write: false, propose: false, publish: false, approveFor: [] };
const MEMBER: Partial<TextRights> = { read: true, comment: true };
export const SECRETARIAT: Partial<TextRights> = { ...MEMBER, write: true, propose: true, publish: true };

/** A text of a joint committee with its people, each under a side; what the kind says of it can be changed by the test. */
export type GivenLife = {
  textId: string;
  subjectId: string;
  secretary: Actor;
  french: Actor & { personId: string };
  japanese: Actor & { personId: string };
  stranger: Actor;
  /** What happened to the feature that owns the subject. */
  approved: ApprovedVersion[];
  kind: { sides: string[]; silence: boolean; annexes: unknown; approved?: NonNullable<TextKind['approved']> };
  members: TextMember[];
};

/** Rights and subjects of the test's kind: what is not named has none. */
const subjects = new Map<string, GivenLife & { rights: Map<string, Partial<TextRights>> }>();

/** Registers the kind `life`, whose rules are those that each test gives its own subject. */
export function givenLifeKind(): void {
  const of = (subjectId: string) => {
    const found = subjects.get(subjectId);
    if (!found) throw new Error('no such subject');
    return found;
  };
  registerTextKinds([
    {
      kind: 'life',
      rights: async (ctx, subjectId) => {
        if (ctx.actor.kind === 'system') return { ...NOTHING, ...SECRETARIAT, approveFor: ['FR', 'JP'] };
        return { ...NOTHING, ...(ctx.actor.kind === 'person' ? of(subjectId).rights.get(ctx.actor.personId) : {}) };
      },
      members: async (_ctx, subjectId) => of(subjectId).members,
      approval: async (_ctx, subjectId) => of(subjectId).kind,
      annexes: async (_ctx, subjectId) => of(subjectId).kind.annexes,
      approved: async (tx, subjectId, version) => {
        const { kind, approved } = of(subjectId);
        const done = (await kind.approved?.(tx, subjectId, version)) ?? { ok: true as const, value: undefined };
        if (done.ok) approved.push(version);
        return done;
      },
      title: async () => localised('fr', { fr: 'Compte rendu du 1er COPIL mixte', ja: '第1回合同運営委員会議事録' }),
      href: (locale) => `/${locale}/desk`,
    },
  ]);
}

/** A person with rights on a subject, who stands for a side as a member when one is given. */
async function givenPerson(
  ctx: Ctx,
  given: GivenLife & { rights: Map<string, Partial<TextRights>> },
  who: Who,
): Promise<Actor & { personId: string }> {
  const { side, name, lang, rights } = who;
  const organisationId = side ? await makeOrganisation(ctx.db, side, `Ville ${name}`) : null;
  const mailbox = `${name.toLowerCase()}-${newId().slice(-6)}@ville.example`;
  const personId = await makePerson(ctx.db, { given: 'Alix', family: name, mailboxes: [mailbox] });
  given.rights.set(personId, rights);
  if (side) given.members.push({ personId, name: `Alix ${name}`, mailbox, lang, organisationId, side });
  return actingAs(personId);
}

type Who = { side: string | null; name: string; lang: Locale; rights: Partial<TextRights> };

/** A text, its secretariat, one member of each side, and somebody who has nothing to do with it. */
export async function givenLife(ctx: Ctx, document: TextDocument = words('Premier point.', 'Deuxième point.')): Promise<GivenLife> {
  const subjectId = newId();
  const nobody = { kind: 'anonymous' } as const;
  const given = {
    ...{ textId: '', subjectId, approved: [], members: [], rights: new Map<string, Partial<TextRights>>(), stranger: nobody as Actor },
    kind: { sides: ['FR', 'JP'], silence: true, annexes: { present: ['Ville A'] } as unknown },
    ...({ secretary: nobody, french: nobody, japanese: nobody } as unknown as Pick<GivenLife, 'secretary' | 'french' | 'japanese'>),
  };
  subjects.set(subjectId, given);
  given.textId = (await insertText(ctx.db, { kind: 'life', subjectId, lang: 'fr' }, stateOf(document))) ?? '';
  const member = (side: string, name: string, lang: Locale) => ({ side, name, lang, rights: { ...MEMBER, approveFor: [side] } });
  given.secretary = await givenPerson(ctx, given, { side: null, name: 'SECRETARIAT', lang: 'fr', rights: SECRETARIAT });
  given.french = await givenPerson(ctx, given, member('FR', 'DURAND', 'fr'));
  given.japanese = await givenPerson(ctx, given, member('JP', 'SATO', 'ja'));
  given.stranger = actingAs(await makePerson(ctx.db));
  return given;
}

/** Adds words to a text, as if they had been typed in another browser. */
export async function typeInto(ctx: Ctx, textId: string, ...lines: string[]): Promise<void> {
  await appendUpdates(ctx.db, textId, [stateOf(words(...lines))]);
}

/** Proposes a text as it stands, and answers the number of the version. */
export async function propose(ctx: Ctx, given: GivenLife, based = 0, until = '2026-03-20'): Promise<number> {
  const as = { ...ctx, actor: given.secretary };
  const input = { textId: given.textId, based, until, note: '', publicUrl: 'https://entente.example' };
  const preview = await previewProposal(as, input);
  if (!preview.ok) throw new Error(preview.refusal.code);
  const done = await proposeText(as, { ...input, hash: preview.value.hash });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

/** The same context on another day. */
export const onDay = (ctx: Ctx, day: string): Ctx => ({ ...ctx, clock: pinnedClock(day) });

/** The program itself, as the jobs run it. */
export const asProgram = (ctx: Ctx): Ctx => ({ ...ctx, actor: commandLine });
