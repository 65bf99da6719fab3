import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { idOf, textOf } from './forms.ts';

/** One organisation to choose from. */
export type OrganisationChoice = { value: string; label: string; hint: string };

/** What a typed name leads to: the organisation chosen, nobody, or several to choose from. */
export type TypedOrganisation = { id: string | null; choices: OrganisationChoice[] | null };

const MOST = 8;

/** What the field sent: the words, the organisation picked, and both as the page showed them before. */
export type OrganisationFieldInput = { text: string; chosen: string | null; shownText: string; shownId: string | null };

/**
 * Finds the organisation a form means. Words left as they were shown keep what was picked; one picked anew stands; other
 * words lead to a choice, even when only one is found: nobody is made a host by a guess. Without script the hidden
 * identifier stays while the words change, so the words decide.
 */
export async function typedOrganisation(
  ctx: Ctx,
  { text, chosen, shownText, shownId }: OrganisationFieldInput,
  options: { country?: string; authoritiesOnly: boolean },
): Promise<TypedOrganisation> {
  if (text === '') return { id: null, choices: null };
  if (text === shownText || (chosen && chosen !== shownId)) return { id: chosen, choices: null };
  const { country, authoritiesOnly } = options;
  const hits = await searchOrganisations(ctx.db, text, { limit: MOST, authoritiesOnly, ...(country ? { country } : {}) });
  const choices = hits.map((hit) => ({
    value: hit.id,
    label: displayName(hit.names, ctx.locale, 'official').text,
    hint: `${hit.system} ${hit.code} · ${hit.country}`,
  }));
  return { id: null, choices };
}

/** The fields of {@link OrganisationFieldInput}, as `ui/organisation-field` names them. */
export function organisationFieldOf(form: FormData): OrganisationFieldInput {
  return {
    text: textOf(form, 'hostName'),
    chosen: idOf(form, 'host'),
    shownText: textOf(form, 'hostWas'),
    shownId: idOf(form, 'hostWasId'),
  };
}
