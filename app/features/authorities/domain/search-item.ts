import type { Locale } from '#app/lib/locale.ts';
import { displayName } from './display-name.ts';
import type { OrganisationKind } from './kinds.ts';
import type { OrganisationName } from './organisation.ts';

/** An organisation as a search found it. */
type Hit = {
  id: string;
  kind: OrganisationKind;
  country: string;
  names: readonly OrganisationName[];
  within: readonly { names: readonly OrganisationName[] }[];
};

/** One proposal of a search field: the name, and what tells it from its homonyms (kind, container, country). */
export type SearchItem = { value: string; label: string; lang?: string; detail: string };

/** The proposal for an organisation, in the reader's language; `kindName` translates kinds. */
export function toItem(hit: Hit, locale: Locale, kindName: (kind: OrganisationKind) => string): SearchItem {
  const name = displayName(hit.names, locale);
  const containers = hit.within.map(({ names }) => displayName(names, locale).text);
  const country = new Intl.DisplayNames(locale === 'en' ? 'en-GB' : locale, { type: 'region' }).of(hit.country) ?? hit.country;
  const detail = [kindName(hit.kind), ...containers, country].join(' · ');
  return { value: hit.id, label: name.text, detail, ...(name.lang && name.lang !== locale ? { lang: name.lang } : {}) };
}
