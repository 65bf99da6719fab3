import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { displayName as organisationName } from '#app/features/authorities/public.ts';
import { isId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { type Refusal, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isContactKind } from './domain/function-term.ts';
import { typed } from './forms.ts';
import type { FunctionFacts } from './store.server.ts';

/** What an organisation that was typed may mean, for the reader to choose. */
export type OrganisationChoice = { value: string; label: string; lang: string };

/** What the form of `ui/function-fields` comes to. */
export type ReadFunctionForm = { facts: FunctionFacts } | { choices: OrganisationChoice[] } | { refusal: Refusal };

/**
 * Reads a function from its form. An organisation that was only typed, without choosing one, gives the choices; it is never guessed,
 * unless a single one answers. Refuses a missing title or source, a date that is none and an organisation that nobody knows.
 */
export async function readFunctionForm(ctx: Ctx, form: FormData): Promise<ReadFunctionForm> {
  const found = await readOrganisation(ctx, form);
  if (typeof found !== 'string') return found;
  const title = typed(form, 'title').trim();
  if (!title) return refuse('accounts.title-invalid');
  const source = typed(form, 'source').trim();
  if (!source || source.length > 300) return refuse('accounts.source-missing');
  const [from, until] = [readDate(typed(form, 'from')), readDate(typed(form, 'until'))];
  if (from === undefined || until === undefined) return refuse('accounts.date-invalid');
  const kind = typed(form, 'contact');
  const facts = { organisationId: found, title: localised(ctx.locale, { [ctx.locale]: title }), from, until, source };
  return { facts: { ...facts, contactKind: isContactKind(kind) ? kind : null } };
}

/** A typed date: nothing, a partial date, or (`undefined`) neither. */
export function readDate(text: string): PartialDate | null | undefined {
  const trimmed = text.normalize('NFKC').trim();
  return trimmed === '' ? null : (parsePartialDate(trimmed) ?? undefined);
}

async function readOrganisation(ctx: Ctx, form: FormData): Promise<string | { choices: OrganisationChoice[] } | { refusal: Refusal }> {
  const chosen = form.getAll('organisation-id').find(isId);
  if (chosen) return chosen;
  const hits = await searchOrganisations(ctx.db, typed(form, 'organisation'), { limit: 8 });
  const [only, ...others] = hits;
  if (!only) return refuse('accounts.organisation-unknown');
  if (others.length === 0 && typed(form, 'intent') === 'add') return only.id;
  return {
    choices: hits.map((hit) => {
      const { text, lang } = organisationName(hit.names, ctx.locale, 'official');
      return { value: hit.id, label: `${text} (${hit.country} ${hit.code})`, lang };
    }),
  };
}
