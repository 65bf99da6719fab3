import type { ScopeNames } from '#app/features/accounts/public.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { committeesById } from './queries.server.ts';
import { editionTitle } from './use-cases/read-attendance-sheet.server.ts';

/** The names of the committees among some identifiers, each with its edition, for the roles that are over them. */
export const committeeNames: ScopeNames = async (db, ids, locale) =>
  new Map(
    (await committeesById(db, ids)).map(({ committee, edition }) => {
      const name = readText(committee.name, locale);
      // Both in one language, that of the committee's name: a run of text carries one.
      const lang = name?.lang ?? locale;
      const text = [name?.text, plainText(editionTitle(edition), lang)].filter(Boolean).join(' · ');
      return [committee.id, { text, lang }];
    }),
  );
