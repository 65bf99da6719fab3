import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { isId } from '#app/lib/id.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { Result } from '#app/lib/result.ts';
import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { authorityName } from './authority-name.ts';
import { carriedOver, type Fields, fieldsOf, twinOf } from './domain/form/form-fields.ts';
import { type ParticipantOrganisation, participantOrganisations } from './queries.server.ts';
import type { TwinChoice, TwinSearch } from './ui/form/form-twin.tsx';
import { type FormView, readForm } from './use-cases/form/read-form.server.ts';

/** Proposals for a typed name. */
const MOST_FOUND = 8;

/** What the page of a form shows: the form, the fields with their texts, and what was found for a twin's typed name. */
export type FormPageModel = FormView & {
  fields: Fields;
  tieChoices: TwinChoice[];
  search: TwinSearch | null;
  meetingChoices: { value: string; label: string }[];
};

/** Which text the fields start with: what was just sent, the draft, or what is recorded. */
export type StartFrom = { typed: Fields } | 'draft' | 'recorded';

/** The page of a form for whoever may read it. */
export async function formPage(ctx: Ctx, participationId: string, from: StartFrom): Promise<Result<FormPageModel>> {
  const read = await readForm(ctx, participationId);
  if (!read.ok) return read;
  const form = read.value;
  const fields = startingFields(form, from);
  const { id, typed } = twinOf(fields);
  const unknown = id && !form.organisations.has(id) ? await participantOrganisations(ctx.db, [id].filter(isId)) : [];
  for (const found of unknown) form.organisations.set(found.id, found);
  return ok({
    ...form,
    fields,
    tieChoices: form.ties.map((tie) => twinChoice(ctx, tie)),
    search: typed === null ? null : await searchTwin(ctx, form, typed),
    meetingChoices: form.meetings.map(({ id: value, title, date }) => ({
      value,
      label: `${formatPartialDate(date, ctx.locale)} – ${plainText(title, ctx.locale)}`,
    })),
  });
}

function startingFields({ recorded, participation, draft, draftBase }: FormView, from: StartFrom): Fields {
  if (from === 'draft' && draft) return { ...carriedOver(fieldsOf(draftBase), draft.fields), base: String(draft.baseRevision) };
  if (typeof from === 'object') return { ...carriedOver(fieldsOf(recorded), from.typed), base: from.typed.base ?? '' };
  return { ...fieldsOf(recorded), base: String(participation.revision) };
}

function twinChoice(ctx: Ctx, organisation: ParticipantOrganisation): TwinChoice {
  const { text, lang } = authorityName(organisation, ctx.locale);
  return { value: organisation.id, label: text, lang };
}

async function searchTwin(ctx: Ctx, { twinCountries }: FormView, name: string): Promise<TwinSearch> {
  const [country] = twinCountries;
  const hits = await searchOrganisations(ctx.db, name, {
    limit: MOST_FOUND,
    authoritiesOnly: true,
    ...(country && twinCountries.length === 1 ? { country } : {}),
  });
  const choices = hits.map((hit) => {
    const { text, lang } = authorityName(hit, ctx.locale);
    return { value: hit.id, label: text, lang, hint: `${hit.system} ${hit.code} · ${hit.country}` };
  });
  return { name, choices };
}
