import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { owedAnswers } from '../../domain/owed.ts';
import { FORM_STAGES, type FormStage, type StageDates, type StageStatus, stageStatus } from '../../domain/stages.ts';
import { formSettingsOf, formStagesOf } from '../../queries.server.ts';
import { draftsOf, formsOfAuthorities, workshopIdsOf } from '../../queries-forms.server.ts';

/** A part of one of one's forms: how it stands today, and whether it is still owed. */
export type OwnPart = StageDates & { status: StageStatus; owed: boolean };

/** A form of one of one's authorities, for an edition in preparation. */
export type OwnForm = Awaited<ReturnType<typeof formsOfAuthorities>>[number] & {
  parts: OwnPart[];
  /** Whether the reader may fill it in, or only read it. */
  mayFill: boolean;
  hasDraft: boolean;
};

/** The authorities that somebody fills in or reads forms for. */
export function ownAuthorities({ actor }: Pick<Ctx, 'actor'>): { id: string; mayFill: boolean }[] {
  if (actor.kind !== 'person') return [];
  const over = (role: string) => actor.grants.flatMap((grant) => (grant.role === role ? (grant.organisationId ?? []) : []));
  const [edited, read] = [over('authority-editor'), over('authority-reader')];
  return [...new Set([...edited, ...read])].map((id) => ({ id, mayFill: edited.includes(id) }));
}

/** The forms of the actor's authorities for the editions in preparation, what is due first; nothing for whoever has no authority. */
export async function listOwnForms(ctx: Ctx): Promise<OwnForm[]> {
  const authorities = ownAuthorities(ctx);
  if (authorities.length === 0 || ctx.actor.kind !== 'person') return [];
  const rows = await formsOfAuthorities(
    ctx.db,
    authorities.map(({ id }) => id),
  );
  const drafts = await draftsOf(ctx.db, ctx.actor.personId);
  const forms: OwnForm[] = [];
  for (const row of rows) {
    const mayFill = authorities.some(({ id, mayFill: fills }) => fills && id === row.organisation.id);
    forms.push({ ...row, parts: await partsOf(ctx, row), mayFill, hasDraft: mayFill && drafts.has(row.participation.id) });
  }
  const firstDue = ({ parts }: OwnForm) => parts.find(({ owed }) => owed)?.closesOn ?? '9999';
  return forms.sort((a, b) => firstDue(a).localeCompare(firstDue(b)));
}

async function partsOf(ctx: Ctx, { participation, edition }: Awaited<ReturnType<typeof formsOfAuthorities>>[number]): Promise<OwnPart[]> {
  const [stages, settings] = [await formStagesOf(ctx.db, edition.id), await formSettingsOf(ctx.db, edition.id)];
  const today = dayIn(edition.timeZone, ctx.clock.now());
  const asked = { ...settings, stages, workshopIds: await workshopIdsOf(ctx.db, edition.id) };
  const owed: readonly FormStage[] = owedAnswers(participation, asked, today).stages;
  const inOrder = FORM_STAGES.flatMap((stage) => stages.find((held) => held.stage === stage) ?? []);
  return inOrder.map((dates) => ({ ...dates, status: stageStatus(stages, dates.stage, today), owed: owed.includes(dates.stage) }));
}
