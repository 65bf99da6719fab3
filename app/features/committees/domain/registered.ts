import type { Locale } from '#app/lib/locale.ts';
import type { RegisteredOrganisation } from './recognition.ts';

/** One name of an organisation as the registry keeps it. */
type Name = { lang: string; kind: 'official' | 'short' | 'alias'; name: string };

const RANK = { official: 0, short: 1, alias: 2 } as const;

/** The name an organisation goes by in a language: the whole one (Département de la Drôme), else the one in daily use; empty where it has none in that language. */
export function nameIn(names: readonly Name[], lang: Locale): string {
  const own = names.filter((name) => name.lang === lang && name.kind !== 'alias');
  return own.sort((a, b) => RANK[a.kind] - RANK[b.kind])[0]?.name ?? '';
}

/** A record of the registry as a recognised organisation, named for a reader of a language. */
export function registered(
  row: { id: string; isAuthority: boolean; kind: string; country: string; system: string; code: string; names: readonly Name[] },
  lang: Locale,
): RegisteredOrganisation {
  const name = nameIn(row.names, lang) || nameIn(row.names, 'fr') || nameIn(row.names, 'en') || (row.names[0]?.name ?? row.code);
  const { id, isAuthority, kind, country, system, code } = row;
  return { id, isAuthority, kind, country, system, code, name };
}

/** The name the registry puts first: the official one, in the language of the organisation's country. */
export function officialName(names: readonly Name[]): string | null {
  return names[0]?.name ?? null;
}
