import type { Locale } from '#app/lib/locale.ts';
import { printableLine } from '#app/lib/printable.ts';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderXlsx } from '#app/platform/documents/office.server.ts';
import type { Sheet } from '#app/platform/documents/tabular.ts';
import type { FunctionView, PersonView } from '../person-view.server.ts';
import { type AccountsKey, accountsTexts, countryText, overText } from '../texts.ts';

/** The formats of a list of people, and what each is sent as. */
export const PEOPLE_FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type PeopleFormat = keyof typeof PEOPLE_FORMATS;

type Column = { label: string; width: number; cell: (view: PersonView) => string };

/** Several values of one person stand in one cell, one a line. */
const lines = (values: readonly string[]) => values.map(printableLine).join('\n');

/** What the page shows of somebody's functions: those that are held, else what they were. */
function shownFunctions({ functions }: PersonView): FunctionView[] {
  const current = functions.filter((held) => held.held);
  return current.length > 0 ? current : functions;
}

function nameColumns(locale: Locale): Column[] {
  const t = accountsTexts(locale);
  const column = (key: AccountsKey, width: number, cell: (person: PersonView['person']) => (string | null)[]): Column => ({
    label: t(key),
    width,
    cell: ({ person }) => printableLine(cell(person).filter(Boolean).join(' ')),
  });
  const latin = [
    column('accounts.file.family-name', 22, (person) => [person.familyName]),
    column('accounts.file.given-name', 18, (person) => [person.givenName]),
  ];
  const native = [
    column('accounts.file.native', 20, (person) => [person.nativeFamilyName, person.nativeGivenName]),
    column('accounts.file.kana', 20, (person) => [person.kanaFamilyName, person.kanaGivenName]),
  ];
  if (locale === 'ja') return [...native, ...latin];
  return [column('accounts.file.civility', 12, (person) => [person.civility]), ...latin, ...native];
}

function functionColumns(locale: Locale): Column[] {
  const t = accountsTexts(locale);
  const column = (key: AccountsKey, width: number, cell: (held: FunctionView) => string): Column => ({
    label: t(key),
    width,
    cell: (view) => lines(shownFunctions(view).map(cell)),
  });
  const title = ({ title: text, held }: FunctionView) =>
    held || !text ? (text?.text ?? '') : t('accounts.file.ended', { function: text.text });
  return [
    column('accounts.file.function', 34, title),
    column('accounts.file.organisation', 40, (held) => held.organisation.text),
    column('accounts.people.country', 16, (held) => countryText(held.organisation.country, locale)),
    column('accounts.people.kind', 16, ({ contactKind }) => t(`accounts.person.contact.${contactKind ?? 'none'}`)),
  ];
}

/** Mailboxes and roles: columns only where the reader may see those of somebody in the list. */
function guardedColumns(people: readonly PersonView[], locale: Locale): Column[] {
  const t = accountsTexts(locale);
  const mailboxes: Column = {
    label: t('accounts.people.mailboxes'),
    width: 36,
    cell: (view) => lines((view.mailboxes ?? []).map(({ address }) => address)),
  };
  const roles: Column = {
    label: t('accounts.people.roles'),
    width: 40,
    cell: (view) => lines((view.roles ?? []).map((role) => `${t(`accounts.role.${role.role}`)} · ${overText(role, locale).text}`)),
  };
  return [...(people.some((view) => view.mailboxes) ? [mailboxes] : []), ...(people.some((view) => view.roles) ? [roles] : [])];
}

/**
 * A list of people as a file, in the order given and in the words of the language; `day` (`YYYY-MM-DD`) stamps it. It holds what the
 * views hold, and so no mailbox or role that the reader may not see. The same views give the same bytes.
 */
export async function renderPeople(
  people: readonly PersonView[],
  { format, locale, day }: { format: PeopleFormat; locale: Locale; day: string },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const t = accountsTexts(locale);
  const columns = [...nameColumns(locale), ...functionColumns(locale), ...guardedColumns(people, locale)];
  const sheet: Sheet = {
    name: t('accounts.file.list'),
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: people.map((view) => columns.map((column) => column.cell(view))),
  };
  const workbook = { lang: locale, title: t('accounts.people.title'), author: 'Entente', date: day, sheets: [sheet] };
  const bytes = format === 'csv' ? renderCsv(sheet, { lang: locale }) : await renderXlsx(workbook);
  return { bytes, fileName: `${t('accounts.file.name')}_${day}.${format}` };
}
