import { isId } from '#app/lib/id.ts';
import { type Refusal, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { toItem } from './domain/search-item.ts';
import { factsForm, typed } from './forms.ts';
import { kindName } from './kind-name.ts';
import type { NewOrganisationInput } from './use-cases/create-organisation.server.ts';
import { proposeOrganisations } from './use-cases/propose-organisations.server.ts';

/** What the form of a new organisation comes to: the input, and, where a container was only typed, what it may mean. */
export type ReadNewOrganisation =
  | { input: NewOrganisationInput }
  | { input: NewOrganisationInput; parents: { value: string; label: string }[] }
  | { refusal: Refusal };

const MOST_PARENTS = 8;

/**
 * Reads a new organisation from its form. A container that was typed without being chosen is never guessed, unless one authority alone
 * answers. Refuses a container that nobody knows.
 */
export async function newOrganisationForm(ctx: Ctx, form: FormData): Promise<ReadNewOrganisation> {
  const kind = typed(form, 'kind');
  const input = { ...factsForm(form), kind, country: typed(form, 'country'), parentId: chosenParent(form), evenSo: false };
  const text = typed(form, 'parent-text').trim();
  if (input.parentId !== null || text === '') return { input };
  const hits = await proposeOrganisations(ctx, text, { authoritiesOnly: true, limit: MOST_PARENTS });
  if (!hits.ok) return hits;
  const [only, ...others] = hits.value;
  if (!only) return refuse('authorities.unknown-parent');
  if (others.length === 0) return { input: { ...input, parentId: only.id } };
  const item = (hit: typeof only) => toItem(hit, ctx.locale, (of) => kindName(of, ctx.locale));
  return { input, parents: hits.value.map(item).map(({ value, label, detail }) => ({ value, label: `${label} – ${detail}` })) };
}

/** The authority chosen; none when the words that it belonged to have been typed over or emptied since. */
function chosenParent(form: FormData): string | null {
  const text = typed(form, 'parent-text').trim();
  const chosen = form.getAll('parent').find(isId) ?? null;
  const stale = chosen === typed(form, 'parent-was') && text !== typed(form, 'parent-for').trim();
  return text === '' || stale ? null : chosen;
}
