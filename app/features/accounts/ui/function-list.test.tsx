import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Locale } from '#app/lib/locale.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { FunctionView } from '../person-view.server.ts';
import { FunctionLine, FunctionList } from './function-list.tsx';

const held = (from: string | null, until: string | null, title: string | null = null): FunctionView => ({
  ...{ id: 'f', organisationId: 'o', held: true, contactKind: null, source: '' },
  organisation: { text: 'ヴィシー', lang: 'ja', slug: 'vichy', country: 'FR' },
  title: title === null ? null : { text: title, lang: 'fr', fallback: true, stale: false },
  from: from === null ? null : partialDate(from),
  until: until === null ? null : partialDate(until),
});

const text = (from: string | null, until: string | null, locale: Locale) =>
  renderToStaticMarkup(<FunctionList locale={locale} functions={[held(from, until)]} />)
    .replace(/<[^>]*>/g, '')
    .replaceAll('ヴィシー', '')
    .trim();

it.each([
  ['2025', null, '· depuis 2025', '· since 2025', '· 2025年～'],
  ['2025-04-02', null, '· depuis le 2 avril 2025', '· since 2 April 2025', '· 2025年4月2日～'],
  [null, '2025-04', '· jusqu’en avril 2025', '· until April 2025', '· ～2025年4月'],
  [null, '2025-04-02', '· jusqu’au 2 avril 2025', '· until 2 April 2025', '· ～2025年4月2日'],
  ['2020', '2025', '· 2020 – 2025', '· 2020 – 2025', '· 2020年～2025年'],
  ['tbc', null, '', '', ''],
])('says the term from %s until %s as each language does', (from, until, fr, en, ja) => {
  expect([text(from, until, 'fr'), text(from, until, 'en'), text(from, until, 'ja')]).toEqual([fr, en, ja]);
});

it('joins a function and its organisation as each language does', () => {
  const line = (locale: Locale) =>
    renderToStaticMarkup(<FunctionLine held={held(null, null, 'Maire')} locale={locale} />).replace(/<[^>]*>/g, '');
  expect([line('fr'), line('ja')]).toEqual(['Maire, ヴィシー', 'Maire（ヴィシー）']);
});
