import { listMeetings } from '#app/features/committees/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { stageOfPath } from '../../domain/answers.ts';
import type { AnswerFault } from '../../domain/check-answers.ts';
import { type FieldFault, type Fields, fieldOfFault, readFields, revisionOf } from '../../domain/form/form-fields.ts';
import type { FilledForm } from '../../domain/form/form-units.ts';
import { readSource, type SourceFault } from '../../domain/form/read-source.ts';
import { type AnswerSource, FROM_FORM } from '../../domain/source.ts';
import { formSettingsOf } from '../../queries.server.ts';
import { formAt } from '../../queries-forms.server.ts';
import { checkAnswers } from '../record-answers.server.ts';
import type { Answerable } from './open-for-answer.server.ts';

/** What is wrong with a field of the page: its name, why, and what the sentence needs. */
export type FormFault = { field: string; code: (FieldFault | SourceFault)['code']; params?: AnswerFault['params'] };

/** A form as sent: what it says, where that comes from, over which record, and everything wrong with it. */
export type CheckedForm = { form: FilledForm; source: AnswerSource; baseRevision: number; faults: FormFault[] };

/** The meetings of an edition's committees that the actor may see, the latest first. */
export async function meetingsFor(ctx: Ctx, editionId: string) {
  const seen = await listMeetings(ctx);
  const ofEdition = seen.ok ? seen.value.committees.filter(({ edition }) => edition.id === editionId) : [];
  return ofEdition.flatMap(({ meetings }) => meetings.map(({ meeting }) => meeting)).sort((a, b) => b.date.localeCompare(a.date));
}

/** Reads the fields of a form's page and finds everything wrong with them that whoever sends it could mend. */
export async function checkForm(ctx: Ctx, opened: Answerable, fields: Fields): Promise<CheckedForm> {
  const { participation, view, open } = opened;
  const baseRevision = revisionOf(fields);
  const read = readFields(fields, await formAt(ctx.db, participation.id, baseRevision), ctx.locale as Locale);
  const { answers, contacts } = read;
  const { choicesRanked } = await formSettingsOf(ctx.db, view.edition.id);
  const slips = read.faults.filter(({ code }) => choicesRanked || code !== 'choice-before-missing');
  const wrong = (await checkAnswers(ctx, opened, answers, contacts)).filter(({ path }) => open.includes(stageOfPath(path)));
  const { source, faults: ofSource } = await sourceOf(ctx, opened, fields);
  const placed = wrong.map((fault) => ({ ...fault, path: fieldOfFault(fault, read.rows) }));
  const faults = [...ofSource, ...slips, ...placed].map(({ path, ...fault }) => ({ field: path, ...fault }));
  return { form: { answers, contacts }, source, baseRevision, faults };
}

async function sourceOf(ctx: Ctx, { onBehalf, view }: Answerable, fields: Fields) {
  if (!onBehalf) return { source: FROM_FORM, faults: [] };
  const meetings = await meetingsFor(ctx, view.edition.id);
  return readSource(
    fields,
    dayIn(view.edition.timeZone, ctx.clock.now()),
    meetings.map(({ id }) => id),
  );
}
