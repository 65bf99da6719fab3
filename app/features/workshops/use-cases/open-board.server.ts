import { authorize, type Permission } from '#app/access/authorize.ts';
import { gateOfEdition } from '#app/features/editions/public.server.ts';
import { type Intentions, readIntentions } from '#app/features/participation/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { type BoardProblem, type ProblemFacts, problemOf, type SettingsFacts } from '../domain/problem-of.ts';
import { workshopsPermissions } from '../permissions.ts';
import { type Arrangement, arrangementOf, findPublished, findSettings, type PublishedRow } from '../queries.server.ts';
import { lockSettings, raiseRevision } from '../store.server.ts';

/** What the allocation of an edition is held to, as set or by default. */
export type BoardSettings = SettingsFacts & { timeLimitSeconds: number; revision: number };

/** An edition's workshops as they stand: who takes part, what is arranged, and the problem that follows from it. */
export type OpenBoard = BoardProblem & {
  intentions: Intentions;
  arrangement: Arrangement;
  settings: BoardSettings;
  published: PublishedRow | null;
  facts: ProblemFacts;
};

/** The minutes of a talk where nobody has set any. */
const USUAL_TALK_MINUTES = 7;
const USUAL_TIME_LIMIT = 30;

/** All that the board is made of, for those who distribute the talks on either side. */
export async function openBoard(ctx: Ctx, slug: string): Promise<Result<OpenBoard>> {
  const read = await readIntentions(ctx, slug);
  if (!read.ok) return read;
  const intentions = read.value;
  const { view } = intentions;
  const scope = { sides: view.series.countries, editionId: view.edition.id };
  const gate = authorize(ctx.actor, workshopsPermissions.readBoard, scope);
  if (!gate.ok) return gate;
  const workshopIds = view.workshops.map(({ id }) => id);
  const [row, arrangement, published] = await Promise.all([
    findSettings(ctx.db, view.edition.id),
    arrangementOf(ctx.db, view.edition.id, workshopIds),
    findPublished(ctx.db, view.edition.id),
  ]);
  const settings: BoardSettings = row ?? {
    ...{ minPerCountry: {}, maxSpread: null, seed: 1, timeLimitSeconds: USUAL_TIME_LIMIT, revision: 1 },
    talkMinutes: agreedMinutes(view.workshops) ?? USUAL_TALK_MINUTES,
  };
  const facts: ProblemFacts = {
    participants: intentions.intentions.map(({ organisation, state, answers, twinIds }) => ({
      ...{ organisationId: organisation.id, country: organisation.country, mayCome: mayCome(state), twinIds },
      ...answers,
    })),
    workshops: view.workshops.map(({ id, slotId, talkMinutes }) => {
      const slot = view.slots.find((candidate) => candidate.id === slotId);
      return { id, slotId, slotMinutes: slot ? minutesBetween(slot.startsAt, slot.endsAt) : null, oneTalk: talkMinutes };
    }),
    ...arrangement,
    settings,
    ranked: intentions.settings.choicesRanked,
    published: published?.placements ?? null,
  };
  return ok({ ...problemOf(facts), intentions, arrangement, settings, published, facts });
}

/** The minutes of one talk that all workshops which say any agree on. */
function agreedMinutes(workshops: readonly { talkMinutes: number | null }[]): number | null {
  const said = new Set(workshops.flatMap(({ talkMinutes }) => talkMinutes ?? []));
  const [minutes] = said;
  return said.size === 1 && minutes !== undefined ? minutes : null;
}

/** The minutes from one time of a day to a later one (`HH:MM`). */
function minutesBetween(from: string, until: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes(until) - minutes(from);
}

/** Whether the actor may do this to the board: reading is shared between the sides, arranging is of the edition's own. */
export async function mayOnBoard(
  ctx: Ctx,
  { intentions: { view } }: Pick<OpenBoard, 'intentions'>,
  permission: Permission,
): Promise<Result<void>> {
  return (await gateOfEdition(ctx, view))(permission);
}

/** The board again, once whoever else changes it is done: from here to the end of the transaction nobody else does. */
export async function lockBoard(tx: Ctx, edition: string, seen: OpenBoard): Promise<Result<OpenBoard>> {
  await lockSettings(tx.db, seen.intentions.view.edition.id, settingsRow(seen.settings));
  return openBoard(tx, edition);
}

function settingsRow({ talkMinutes, minPerCountry, maxSpread, seed, timeLimitSeconds, revision }: BoardSettings) {
  return { talkMinutes, minPerCountry: { ...minPerCountry }, maxSpread, seed, timeLimitSeconds, revision };
}

/** Which board a change is for, and as somebody saw it. */
export type BoardAt = { edition: string; revision: number };

/** What a change gives back, and what the audit trail keeps of it. */
export type BoardChange<T> = { value: T; before?: unknown; after?: unknown };

/**
 * Changes a board in one transaction: authorises, waits for whoever else changes it, and refuses what is based on another
 * state of it (`workshops.changed-meanwhile`). A change that is refused by `work` changes nothing.
 */
export function changeBoard<T>(
  ctx: Ctx,
  at: BoardAt,
  how: { action: string; permission: Permission },
  work: (tx: Ctx, board: OpenBoard) => Promise<Result<BoardChange<T>>>,
): Promise<Result<T>> {
  return inTransaction(ctx, async (tx) => {
    const first = await openBoard(tx, at.edition);
    if (!first.ok) return first;
    const gate = await mayOnBoard(tx, first.value, how.permission);
    if (!gate.ok) return gate;
    const board = await lockBoard(tx, at.edition, first.value);
    if (!board.ok) return board;
    if (board.value.settings.revision !== at.revision) return refuse('workshops.changed-meanwhile');
    const editionId = board.value.intentions.view.edition.id;
    const done = await work(tx, board.value);
    if (!done.ok) return done;
    await raiseRevision(tx.db, editionId);
    const { value, before, after } = done.value;
    await recordAudit(tx, { action: how.action, subject: { type: 'edition', id: editionId }, before, after });
    return ok(value);
  });
}
