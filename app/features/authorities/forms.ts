import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { OrganisationInput, TypedName } from './domain/organisation-input.ts';

/** One typed value; empty when the form has none, or a file. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What was typed, to be shown again; of what occurs twice, the first that is not empty. */
export function keptValues(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') kept[name] ||= value;
  return kept;
}

const ROWS = 3;
const MOST_ROWS = 120;

/** How many lines for names a form has. */
export function nameRows(values: Readonly<Record<string, string>>): number {
  const rows = values.rows ?? '';
  return /^\d{1,4}$/.test(rows) ? Math.min(Math.max(Number(rows), 1), MOST_ROWS) : ROWS;
}

/** The same values with some lines more. */
export function withMoreRows(values: Record<string, string>): Record<string, string> {
  return { ...values, rows: String(Math.min(nameRows(values) + ROWS, MOST_ROWS)) };
}

/** A figure as people type it: full-width digits, blanks between thousands, a decimal comma, a true minus. `NaN` for what is none. */
function figureOf(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/^[−–]/, '-')
    .replace(/,(?=\d{1,15}$)/, '.');
  if (plain === '') return null;
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A population: a comma or point before three digits parts thousands. */
function countOf(text: string): number | null {
  return figureOf(text.normalize('NFKC').replace(/[.,](?=\d{3}(\D|$))/g, ''));
}

/** The facts of an organisation as the form of `ui/organisation-fields` gives them. */
export function factsForm(form: FormData): OrganisationInput {
  const rows = nameRows(keptValues(form));
  const names = Array.from({ length: rows }, (_, i): TypedName => {
    return { lang: typed(form, `name-lang-${i}`), kind: typed(form, `name-kind-${i}`), name: typed(form, `name-${i}`) };
  });
  const aliases = typed(form, 'aliases').split(/\r?\n/);
  const date = (name: string) => typed(form, name).normalize('NFKC').trim() || null;
  return {
    names: [...names, ...aliases.map((name) => ({ lang: 'und', kind: 'alias', name }))],
    population: countOf(typed(form, 'population')),
    populationYear: figureOf(typed(form, 'population-year')),
    latitude: figureOf(typed(form, 'latitude')),
    longitude: figureOf(typed(form, 'longitude')),
    validFrom: date('valid-from'),
    validTo: date('valid-to'),
  };
}

const isLooseAlias = (name: TypedName) => name.lang === 'und' && name.kind === 'alias';

/** The same facts as values of that form: a line for each name, two lines more, spellings of no stated language together. */
export function factsValues(facts: OrganisationInput): Record<string, string> {
  const lines = facts.names.filter((name) => !isLooseAlias(name));
  const text = (value: number | string | null) => (value === null ? '' : String(value));
  return {
    ...Object.fromEntries(
      lines.flatMap(({ lang, kind, name }, i) => [
        [`name-${i}`, name],
        [`name-lang-${i}`, lang],
        [`name-kind-${i}`, kind],
      ]),
    ),
    rows: String(Math.min(lines.length + 2, MOST_ROWS)),
    aliases: facts.names
      .filter(isLooseAlias)
      .map((name) => name.name)
      .join('\n'),
    population: text(facts.population),
    'population-year': text(facts.populationYear),
    latitude: text(facts.latitude),
    longitude: text(facts.longitude),
    'valid-from': text(facts.validFrom),
    'valid-to': text(facts.validTo),
  };
}

/** An empty form: a line for the full name in each language, the reader's first. */
export function emptyValues(locale: Locale): Record<string, string> {
  const langs = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return Object.fromEntries(
    langs.flatMap((lang, i) => [
      [`name-lang-${i}`, lang],
      [`name-kind-${i}`, 'official'],
    ]),
  );
}

/** The field that a refusal speaks of. */
const FIELD_OF: Record<string, string> = {
  'authorities.bad-kind': 'kind',
  'authorities.bad-country': 'country',
  'not-allowed': 'country',
  'authorities.bad-population': 'population',
  'authorities.bad-place': 'latitude',
  'authorities.bad-date': 'valid-from',
  'authorities.bad-term': 'valid-to',
  'authorities.unknown-parent': 'parent-text',
};

/** The name of the field beside which a refusal stands; of a refused name its own line. */
export function refusedField(
  refusal: { code: string; params?: Record<string, string | number> },
  values: Readonly<Record<string, string>>,
): string {
  const known = FIELD_OF[refusal.code];
  if (known) return known;
  const text = String(refusal.params?.name ?? '');
  const line = Array.from({ length: nameRows(values) }, (_, i) => `name-${i}`).find(
    (name) => text !== '' && values[name]?.trim().startsWith(text),
  );
  if (line) return line;
  return text !== '' && refusal.code === 'authorities.bad-name' && values.aliases?.includes(text) ? 'aliases' : 'name-0';
}
