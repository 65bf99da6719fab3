import type { ScopeNames } from '#app/features/accounts/public.ts';
import { editionName } from './domain/edition-title.ts';
import { editionsById } from './queries.server.ts';

/** The names of the editions among some identifiers, for the roles that are over them. */
export const editionNames: ScopeNames = async (db, ids, locale) =>
  new Map(
    (await editionsById(db, ids)).map(({ edition, series }) => {
      const { text, lang } = editionName(series.editionName, edition.title, edition.ordinal, locale);
      return [edition.id, { text, lang }];
    }),
  );
