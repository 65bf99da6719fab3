import type { DisplayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';

/** Names, of some identifiers, the editions or committees that a feature knows, in a language. */
export type ScopeNames = (db: Db, ids: readonly string[], locale: Locale) => Promise<ReadonlyMap<string, DisplayName>>;

let sources: readonly ScopeNames[] = [];

/** Says, once at the start of the program, who names what a role is over: editions and committees build on this feature. */
export function registerScopeNames(list: readonly ScopeNames[]): void {
  sources = list;
}

/** The names of what roles are over, by identifier; a role over what nobody names shows the kind of thing it is over. */
export async function scopeNamesOf(db: Db, ids: readonly string[], locale: Locale): Promise<Map<string, DisplayName>> {
  if (ids.length === 0) return new Map();
  const named = await Promise.all(sources.map((names) => names(db, ids, locale)));
  return new Map(named.flatMap((names) => [...names]));
}
