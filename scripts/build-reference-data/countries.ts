import { readFileSync } from 'node:fs';
import { readTable } from './tables.ts';

/** Lines of code, language, name; the first of a language is shown, the others are read. Our own table goes first. */
export function countryRows(): string[] {
  const names = new Map<string, string[]>();
  const add = (code: string, lang: string, name: string) => {
    const key = `${code}\t${lang}`;
    const known = names.get(key) ?? [];
    if (!known.includes(name)) names.set(key, [...known, name]);
  };
  for (const [code = '', lang = '', name = ''] of readTable('countries.tsv')) add(code, lang, name);
  for (const lang of ['fr', 'en', 'ja']) {
    const file = JSON.parse(readFileSync(`node_modules/i18n-iso-countries/langs/${lang}.json`, 'utf8')) as {
      countries: Record<string, string | string[]>;
    };
    for (const [code, name] of Object.entries(file.countries)) for (const one of [name].flat()) add(code, lang, one);
  }
  return [...names]
    .flatMap(([key, list]) => list.map((name) => `${key}\t${name}`))
    .sort((a, b) => (a.slice(0, 5) < b.slice(0, 5) ? -1 : a.slice(0, 5) > b.slice(0, 5) ? 1 : 0));
}
