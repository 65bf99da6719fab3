import { displayName } from '#app/features/authorities/public.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { optionFacts } from '../../documents/form-words.ts';
import { NO_ANSWERS, stageOfPath } from '../../domain/answers.ts';
import type { AnswerFault } from '../../domain/check-answers.ts';
import { type Comparison, compare, type Difference, takeAnswers } from '../../domain/form-file/compare.ts';
import { type FormFields, fieldsOf } from '../../domain/form-file/fields.ts';
import type { FormFacts } from '../../domain/form-file/interpret.ts';
import { formSettingsOf, participantOrganisations } from '../../queries.server.ts';
import { findReturn, findRevision, type ReturnRow } from '../../queries-returns.server.ts';
import { findTwins } from '../form/find-twins.server.ts';
import { type Answerable, openForAnswer } from '../form/open-for-answer.server.ts';
import { newFaults } from '../record-answers.server.ts';

/** What a person decides of each difference, by path. */
export type ReturnDecisions = Readonly<Record<string, 'take' | 'keep'>>;

/** A difference as a person may decide it: what belongs to a part that is closed to the actor stays as it is. */
export type OpenDifference = Difference & { closed: boolean };

/** A returned file held against the form as it stands. */
export type ReturnView = Answerable & {
  row: ReturnRow;
  differences: OpenDifference[];
  same: Comparison['same'];
  /** Names of the organisations that the differences speak of, in the reader's language. */
  names: ReadonlyMap<string, string>;
};

/** A returned file with its differences, for whoever may enter answers for the authority. */
export async function readReturn(ctx: Ctx, returnId: string, lock = false): Promise<Result<ReturnView>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const row = await findReturn(ctx.db, returnId, lock);
  if (!row) return refuse('not-found');
  const opened = await openForAnswer(ctx, row.participationId);
  if (!opened.ok) return opened;
  const { differences, same } = await comparison(ctx, opened.value, row);
  const open = differences.map((difference) => {
    const closed = !opened.value.open.includes(stageOfPath(difference.path));
    const { mayTake, takenByDefault } = difference;
    return { ...difference, closed, mayTake: mayTake && !closed, takenByDefault: takenByDefault && !closed };
  });
  const named = open
    .flatMap(({ path, said, standing }) => (path === 'twinId' ? [said, standing] : []))
    .filter((id) => typeof id === 'string');
  const organisations = await participantOrganisations(ctx.db, named);
  const names = new Map(organisations.map(({ id, names }) => [id, displayName(names, ctx.locale, 'official').text]));
  return ok({ ...opened.value, row, differences: open, same, names });
}

/** The form that comes of some decisions; what is not decided goes as proposed. */
export function decided(view: ReturnView, decisions: ReturnDecisions) {
  const taken = view.differences.filter(
    ({ path, mayTake, takenByDefault }) => mayTake && (decisions[path] ?? (takenByDefault ? 'take' : 'keep')) === 'take',
  );
  const { answers, contacts } = view.participation;
  const form = takeAnswers({ answers, contacts }, fieldsOf(answers, contacts), taken, view.row.reading.lang ?? 'fr');
  return { taken, ...form };
}

/** What would be wrong with the answers that some decisions change; nothing when they may be recorded. */
export function judgeReturn(ctx: Ctx, view: ReturnView, decisions: ReturnDecisions): Promise<AnswerFault[]> {
  const { answers, contacts } = decided(view, decisions);
  return newFaults(ctx, view, answers, contacts);
}

async function comparison(ctx: Ctx, opened: Answerable, row: ReturnRow): Promise<Comparison> {
  const { participation, view } = opened;
  const settings = await formSettingsOf(ctx.db, view.edition.id);
  const standing = fieldsOf(participation.answers, participation.contacts);
  const base = await baseOf(ctx, row);
  const named = [standing.get('twinId'), base?.get('twinId')].filter((id) => typeof id === 'string');
  const texts = row.reading.fields.filter(({ path, text }) => path === 'twinId' && text !== '').map(({ text }) => text);
  const twins = texts.length === 0 ? new Map<string, string>() : await findTwins(ctx, opened, texts, named);
  const facts: FormFacts = {
    workshops: view.workshops.map(({ id, number, title }) => ({ id, number, titles: Object.values(title.texts).map(({ text }) => text) })),
    options: optionFacts(),
    twinOf: (name) => twins.get(name) ?? null,
  };
  return compare(row.reading, { standing, base, rules: { ...settings, workshopIds: view.workshops.map(({ id }) => id) }, facts });
}

/** The form that the file was filled with; null where it does not say, or says one that never was. */
async function baseOf(ctx: Ctx, { participationId, baseRevision }: ReturnRow): Promise<FormFields | null> {
  if (baseRevision === null) return null;
  if (baseRevision === 0) return fieldsOf(NO_ANSWERS, []);
  const revision = await findRevision(ctx.db, participationId, baseRevision);
  return revision && fieldsOf(revision.answers, revision.contacts);
}
