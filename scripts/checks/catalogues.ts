import fs from 'node:fs';
import path from 'node:path';
import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { sourcesUnder } from './files.ts';

type Catalogue = Record<string, string>;

/**
 * Catalogues: the three languages of each have the same keys (the types say so too), every message is well formed and
 * takes the same values in all languages, no text is empty, and every key is used somewhere.
 */
export async function checkCatalogues(): Promise<{ ok: boolean; summary: string }> {
  const files = sourcesUnder('app').filter((file) => /\/messages\/([a-z-]+\.)?en\.ts$/.test(file));
  const faults: string[] = [];
  const keys: string[] = [];
  for (const file of files) {
    const [en, fr, ja] = await Promise.all(['en', 'fr', 'ja'].map((lang) => load(file.replace(/en\.ts$/, `${lang}.ts`), lang)));
    if (!en || !fr || !ja) {
      faults.push(`${file}: a language is missing`);
      continue;
    }
    keys.push(...Object.keys(en));
    faults.push(...compare(file, en, { fr, ja }));
  }
  faults.push(...unused(keys));
  return faults.length === 0 && keys.length > 0
    ? { ok: true, summary: `${keys.length} messages complete in French, English and Japanese` }
    : { ok: false, summary: `${faults.length} faults\n${faults.join('\n')}\n` };
}

async function load(file: string, lang: string): Promise<Catalogue | null> {
  if (!fs.existsSync(file)) return null;
  const module = (await import(path.resolve(file))) as Record<string, Catalogue>;
  return module[lang] ?? Object.values(module)[0] ?? null;
}

function compare(file: string, en: Catalogue, others: Record<string, Catalogue>): string[] {
  const faults: string[] = [];
  for (const [lang, catalogue] of Object.entries(others)) {
    for (const key of Object.keys(catalogue)) if (!(key in en)) faults.push(`${file}: ${key} is in ${lang} only`);
    for (const [key, message] of Object.entries(en)) {
      const other = catalogue[key];
      if (!other?.trim()) faults.push(`${file}: ${key} is missing in ${lang}`);
      else if (values(message) !== values(other))
        faults.push(`${file}: ${key} takes {${values(message)}} in en and {${values(other)}} in ${lang}`);
    }
  }
  return faults;
}

/** The names of a message's values, sorted. */
function values(message: string): string {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (isArgumentElement(element) || 'value' in element) names.add(String(element.value));
      if (isPluralElement(element) || isSelectElement(element)) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message, { ignoreTag: true }));
  return [...names].sort().join(', ');
}

/** Keys that stand nowhere in the code, neither whole nor as the fixed start of a composed key. */
function unused(keys: string[]): string[] {
  const code = sourcesUnder('app')
    .filter((file) => !file.includes('/messages/'))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
  const composed = [...code.matchAll(/`([a-z][\w.-]*[.-])\$\{/g)].map((match) => match[1] ?? '');
  return keys
    .filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`"${key}"`) &&
        !code.includes(`\`${key}\``) &&
        !composed.some((start) => key.startsWith(start)),
    )
    .map((key) => `unused: ${key}`);
}
