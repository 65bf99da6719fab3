import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { type Answers, changedAnswers, type FormContact, STAGE_OF, stageOfPath } from '../domain/answers.ts';
import { type AnswerFault, faultsOfAnswers } from '../domain/check-answers.ts';
import type { AnswerSource } from '../domain/source.ts';
import { FORM_STAGES, type FormStage, openStages } from '../domain/stages.ts';
import { participationPermissions } from '../permissions.ts';
import { formSettingsOf, formStagesOf, participantOrganisations } from '../queries.server.ts';
import { insertRevision, updateState } from '../store.server.ts';
import { mayOn, type OpenedParticipation, openParticipation } from './open-participation.server.ts';

export type RecordAnswers = {
  participationId: string;
  /** The revision on which the answers were based: somebody else may have recorded another since. */
  baseRevision: number;
  answers: Answers;
  contacts: readonly FormContact[];
  source: AnswerSource;
};

/** What came of it: the revision that stands, and whether anything changed. A form sent twice changes nothing the second time. */
export type Recorded = { revision: number; changed: boolean };

/**
 * Records a form: the authority's own while its parts are open, or entered for it by its side's secretariat, at any time.
 * Every way in (page, returned file, secretariat's entry) ends here. Refuses with `participation.changed-meanwhile`
 * (nothing is written; the caller shows the difference), `participation.stage-closed` and, as one refusal for all,
 * `participation.answers-faulty` whose faults {@link checkAnswers} names.
 */
export async function recordAnswers(ctx: Ctx, input: RecordAnswers): Promise<Result<Recorded>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openForAnswer(tx, input);
    if (!opened.ok) return opened;
    const { participation, organisation } = opened.value;
    const same = sameForm(participation, input);
    // Sent twice, or sent unchanged after somebody else recorded the same: what stands is what was wanted.
    if (same && participation.revision > 0) return ok({ revision: participation.revision, changed: false });
    if (participation.revision !== input.baseRevision)
      return refuse('participation.changed-meanwhile', { revision: participation.revision });
    const allowed = await mayChange(tx, opened.value, input);
    if (!allowed.ok) return allowed;
    const at = tx.clock.now();
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const state = input.answers.intention ?? participation.state;
    const onBehalf = enteredOnBehalfOf(tx.actor, organisation.id);
    const revision = participation.revision + 1;
    await insertRevision(tx.db, {
      ...{ participationId: participation.id, revision, state, answers: input.answers, contacts: [...input.contacts] },
      ...{ source: input.source, onBehalf: onBehalf.onBehalfOf !== undefined, enteredBy: by, enteredAt: at },
    });
    if (state !== participation.state) await updateState(tx.db, participation.id, state, at, by);
    await recordAudit(tx, {
      action: 'participation.record-answers',
      subject: { type: 'participation', id: participation.id },
      ...onBehalf,
      before: { revision: participation.revision, state: participation.state },
      after: { revision, state, changed: changedAnswers(participation.answers, input.answers), source: withoutNote(input.source) },
    });
    await publicPagesChanged(tx.db);
    return ok({ revision, changed: true });
  });
}

/** A source as the trail keeps it: its note may name people, and stays with the form, where it can be erased. */
function withoutNote({ note: _, ...source }: AnswerSource): Omit<AnswerSource, 'note'> {
  return source;
}

/** The participation to answer for: by its own editor, or by the secretariat of its side. */
async function openForAnswer(tx: Ctx, { participationId }: RecordAnswers): Promise<Result<OpenedParticipation>> {
  const own = await openParticipation(tx, participationPermissions.answerForm, participationId, true);
  return own.ok ? own : openParticipation(tx, participationPermissions.enterForAuthority, participationId, true);
}

function sameForm(held: { answers: Answers; contacts: readonly FormContact[] }, given: RecordAnswers): boolean {
  return changedAnswers(held.answers, given.answers).length === 0 && sameJson(held.contacts, given.contacts);
}

/**
 * An authority may change what is open; a secretariat everything. What is recorded has no new fault: one that an answer has come to
 * since (a workshop removed) holds up nobody who changes another answer.
 */
async function mayChange(tx: Ctx, opened: OpenedParticipation, { answers, contacts }: RecordAnswers): Promise<Result<void>> {
  const { participation } = opened;
  const open = await stagesOpenTo(tx, opened);
  const faults = await newFaults(tx, opened, answers, contacts);
  if (faults.some(({ path }) => open.includes(stageOfPath(path)))) return refuse('participation.answers-faulty', { count: faults.length });
  const closed = changedAnswers(participation.answers, answers).find((key) => !open.includes(STAGE_OF[key]));
  if (closed) return refuse('participation.stage-closed', { stage: STAGE_OF[closed] });
  return !sameJson(participation.contacts, contacts) && !open.includes('intention')
    ? refuse('participation.stage-closed', { stage: 'intention' })
    : ok(undefined);
}

/** The parts that the actor may fill in now: all for the secretariat of its side, for the authority those that are open. */
export async function stagesOpenTo(ctx: Ctx, opened: OpenedParticipation): Promise<readonly FormStage[]> {
  const { view } = opened;
  if (await mayOn(ctx, participationPermissions.enterForAuthority, opened)) return FORM_STAGES;
  if (!(await mayOn(ctx, participationPermissions.answerForm, opened))) return [];
  return openStages(await formStagesOf(ctx.db, view.edition.id), dayIn(view.edition.timeZone, ctx.clock.now()));
}

/** What is wrong with the answers that differ from those recorded; what stands as it was is not held against anybody. */
export async function newFaults(
  ctx: Ctx,
  opened: OpenedParticipation,
  answers: Answers,
  contacts: readonly FormContact[],
): Promise<AnswerFault[]> {
  const { participation } = opened;
  const changed: string[] = changedAnswers(participation.answers, answers);
  if (!sameJson(participation.contacts, contacts)) changed.push('contacts');
  return (await checkAnswers(ctx, opened, answers, contacts)).filter(({ path }) => changed.includes(path.split('.')[0] ?? path));
}

/** What is wrong with answers to an edition's form; nothing when they may be recorded. */
export async function checkAnswers(
  ctx: Ctx,
  { view, organisation }: OpenedParticipation,
  answers: Answers,
  contacts: readonly FormContact[],
): Promise<AnswerFault[]> {
  const settings = await formSettingsOf(ctx.db, view.edition.id);
  const faults = faultsOfAnswers(answers, contacts, { ...settings, workshopIds: view.workshops.map(({ id }) => id) });
  const { twinId } = answers;
  if (twinId === null) return faults;
  const [twin] = isId(twinId) ? await participantOrganisations(ctx.db, [twinId]) : [];
  const mayBeTwin = twin?.isAuthority && twin.country !== organisation.country && view.series.countries.includes(twin.country);
  return mayBeTwin ? faults : [...faults, { path: 'twinId', code: 'twin-unknown' }];
}
