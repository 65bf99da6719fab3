import fc from 'fast-check';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { SideMark, Tag } from './controls.tsx';
import { MinutesBar } from './figures.tsx';
import { Breadcrumbs, Tabs } from './nav.tsx';
import { Entries, PageHead, Section } from './page.tsx';
import { DeskShell, PublicShell } from './shell.tsx';
import { Notice, Steps, Working } from './states.tsx';
import { type Column, DataTable, Pagination, pageNumbers } from './tables.tsx';
import { DateRun, Filled, LocalisedRun, Ordinals, TitleText } from './text.tsx';

const html = (node: ReactNode) => renderToStaticMarkup(node);
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

const labels = { skip: 'Skip', nav: 'Main', menu: 'Menu', languages: 'Languages' };
const languages = [
  { locale: 'fr', label: 'Français', short: 'FR', href: '/fr/x', current: true },
  { locale: 'ja', label: '日本語', href: '/ja/x' },
];
const nav = [
  { href: '/a', label: 'A' },
  { href: '/b', label: 'B', current: true, note: '2', late: true },
];

describe.each([
  [
    'PublicShell',
    html(
      <PublicShell {...{ labels, languages, nav }} brand={{ text: 'E', href: '/' }} actions="in" footer="f">
        body
      </PublicShell>,
    ),
  ],
  [
    'DeskShell',
    html(
      <DeskShell {...{ labels, languages }} groups={[{ items: nav }]} brand={{ text: 'E', href: '/' }}>
        body
      </DeskShell>,
    ),
  ],
])('%s', (_name, page) => {
  it('begins with a link over the frame to its only main', () => {
    expect(page.replace(/^<div[^>]*>/, '')).toMatch(/^<a class="skip-link" href="#content">Skip<\/a>/);
    expect(count(page, /<main id="content"/g)).toBe(1);
  });

  it('tells in which language each link of the switch is, and where it leads', () => {
    expect(page).toMatch(/<a href="\/ja\/x" lang="ja" hrefLang="ja">日本語<\/a>/i);
    expect(page).toMatch(/<a href="\/fr\/x" lang="fr" hrefLang="fr" aria-current="true"/i);
  });

  it('marks the current page, and only it', () => {
    expect(page).toContain('<a href="/b" aria-current="page">');
    expect(page).not.toMatch(/href="\/a" aria-current/);
  });

  it('unfolds its navigation without script', () => {
    expect(page).toMatch(/<details class="fold"><summary>.*?Menu<\/summary>.*?href="\/a"/);
  });
});

type Row = { id: string; city: string; people: number };
const columns: Column<Row>[] = [
  { key: 'city', header: 'City', cell: (row) => row.city, rowHeader: true, sort: { href: '?sort=-city', direction: 'ascending' } },
  { key: 'people', header: 'People', cell: (row) => row.people, numeric: true, sort: { href: '?sort=people' } },
  { key: 'actions', header: 'Actions', cell: () => 'Edit', hiddenHeader: true },
];
const table = (rows: Row[], narrow: 'stack' | 'scroll' = 'stack') =>
  html(<DataTable caption="Two cities" rows={rows} columns={columns} rowKey={(row) => row.id} empty={<p>Nothing</p>} narrow={narrow} />);
const ROWS = [
  { id: '1', city: 'Nancy', people: 2 },
  { id: '2', city: '金沢市', people: 30 },
];

describe('DataTable', () => {
  it('has a caption, scoped headers and a header for each row', () => {
    expect(table(ROWS)).toContain('<caption>Two cities</caption>');
    expect(count(table(ROWS), /<th scope="col"/g)).toBe(3);
    expect(table(ROWS)).toMatch(/<th scope="row"[^>]*>Nancy<\/th>/);
  });

  it('announces the order of the sorted column, and of no other', () => {
    expect(table(ROWS)).toMatch(/aria-sort="ascending"[^>]*><a class="sort" href="\?sort=-city">City/);
    expect(count(table(ROWS), /aria-sort/g)).toBe(1);
  });

  it('names each cell where rows become cards, except in a column without a visible header', () => {
    expect(table(ROWS)).toContain('data-label="People"');
    expect(table(ROWS)).not.toContain('data-label="Actions"');
  });

  it('gives way to its empty state when there is no row', () => {
    expect(table([])).toBe('<p>Nothing</p>');
  });

  it('scrolls inside a region with a name that the keyboard reaches', () => {
    expect(table(ROWS, 'scroll')).toMatch(/^<section class="table-region" aria-label="Two cities" tabindex="0">/);
  });
});

describe('Pagination', () => {
  it('always offers the first, the last and the current page, in order, without a gap of one page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.nat(), (pages, n) => {
        const page = (n % pages) + 1;
        const shown = pageNumbers(page, pages);
        const numbers = shown.filter((p) => p !== 0);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([1, page, pages]));
        for (const [i, p] of shown.entries()) {
          if (p === 0) expect((shown[i + 1] ?? 0) - (shown[i - 1] ?? 0)).toBeGreaterThan(2);
          else if (shown[i - 1]) expect(p - (shown[i - 1] ?? 0)).toBe(1);
        }
      }),
    );
  });

  it('marks the current page and stops at the ends', () => {
    const words = { nav: 'Pages', previous: 'Previous', next: 'Next', page: (n: number) => `Page ${n}` };
    const first = html(<Pagination page={1} pages={3} href={(n) => `?page=${n}`} labels={words} />);
    expect(first).toContain('aria-label="Page 1" aria-current="page"');
    expect(first).not.toContain('Previous');
    expect(html(<Pagination page={1} pages={1} href={String} labels={words} />)).toBe('');
  });
});

describe('texts', () => {
  it('carries the language a text is really in, and says that it stands in for a missing translation', () => {
    const value = { text: '明日の地域', lang: 'ja', fallback: true };
    expect(html(<LocalisedRun value={value} labels={{ untranslated: 'not translated yet' }} />)).toBe(
      '<span lang="ja">明日の地域</span><small class="untranslated">not translated yet</small>',
    );
    expect(html(<LocalisedRun value={{ ...value, fallback: false }} labels={{ untranslated: 'not translated yet' }} />)).not.toContain(
      'small',
    );
  });

  it.each([
    ['9es Rencontres', '9<sup>es</sup> Rencontres'],
    ['9ᵉˢ Rencontres', '9<sup>es</sup> Rencontres'],
    ['1er et 2e choix, XXIe siècle', '1<sup>er</sup> et 2<sup>e</sup> choix, XXI<sup>e</sup> siècle'],
    ['Vers Le Mans, Ces 9 eaux', 'Vers Le Mans, Ces 9 eaux'],
    ['A9e, 9est', 'A9e, 9est'],
  ])('raises the letters of French ordinals and nothing else: %s', (text, expected) => {
    expect(html(<Ordinals text={text} lang="fr" />)).toBe(expected);
  });

  it('never changes the words of a text, whatever it holds', () => {
    const piece = fc.constantFrom('9', 'XX', 'V', 'L', 'e', 'es', 'er', 'ers', 'ᵉ', 'ᵉˢ', ' ', '-', 'é', '第', '<sup>');
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('fr', 'fr-FR', 'en', 'ja'), (pieces, lang) => {
        const plain = html(<Ordinals text={pieces.join('')} lang={lang} />).replace(/<\/?sup>/g, '');
        expect(plainLetters(plain)).toBe(plainLetters(html(pieces.join(''))));
      }),
    );
  });

  it('gives a machine form to dates that have one, and none to ranges', () => {
    expect(html(<DateRun value="2026-10-21">21 October</DateRun>)).toContain('<time class="num" dateTime="2026-10-21">');
    expect(html(<DateRun value="2026-10-21/2026-10-24">21–24 October</DateRun>)).not.toContain('<time');
  });
});

const plainLetters = (letters: string) => letters.replaceAll('ᵉ', 'e').replaceAll('ʳ', 'r').replaceAll('ˢ', 's');

describe('states and signs', () => {
  it('never tells a state or a side by colour alone', () => {
    const tones = ['ok', 'wait', 'late', 'info', 'pinned', 'draft', 'a', 'b'] as const;
    const drawings = tones.map((tone) => /<svg.*<\/svg>/.exec(html(<Tag tone={tone}>word</Tag>))?.[0]);
    expect(new Set(drawings).size).toBe(tones.length);
    expect(drawings).not.toContain(undefined);
  });

  it('says a side in words where its sign stands alone', () => {
    expect(html(<SideMark side="b" label="Japan" />)).toContain('<span class="hidden-text">Japan </span>');
  });

  it('announces an error at once and a success politely, only when they have just happened', () => {
    expect(html(<Notice tone="error" live title="No" />)).toContain('role="alert"');
    expect(html(<Notice tone="success" live title="Yes" />)).toContain('role="status"');
    expect(html(<Notice tone="error" title="No" />)).not.toContain('role=');
  });

  it('marks the current step and says which are done', () => {
    const steps = ['a', 'b', 'c'].map((key) => ({ key, label: key }));
    const page = html(<Steps label="Steps" steps={steps} current="b" labels={{ done: 'done', current: 'current' }} />);
    expect(count(page, /aria-current="step"/g)).toBe(1);
    expect(page).toMatch(/aria-current="step"[^>]*>.*b<span class="hidden-text"> \(current\)/);
    expect(count(page, /\(done\)/g)).toBe(1);
  });

  it('gives a bar of minutes its values in words, and never draws past its end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 5 }), fc.nat(200), (values, max) => {
        const parts = values.map((value, i) => ({ value, side: i % 2 ? ('b' as const) : ('a' as const) }));
        const page = html(<MinutesBar id="m" label="Used" text="n of m" parts={parts} max={max} />);
        expect(page).toContain('aria-valuetext="n of m"');
        for (const [, x, width] of page.matchAll(/<rect[^>]* x="([^"]+)" width="([^"]+)"/g)) {
          expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.001);
          expect(Number(width)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('shows work whose length is unknown as going on, with its name', () => {
    expect(html(<Working label="Reading" />)).toContain('<progress aria-label="Reading"></progress>');
  });
});

describe('page parts', () => {
  it('has one h1, names its sections by their titles, and sets alternates in their language', () => {
    const page = html(
      <>
        <PageHead title="Title" alternates={[{ lang: 'ja', text: '題' }]} />
        <Section id="s" title="Part">
          <Entries items={[{ key: '1', title: 'One', href: '/1' }]} />
        </Section>
      </>,
    );
    expect(count(page, /<h1/g)).toBe(1);
    expect(page).toContain('<span lang="ja">題</span>');
    expect(page).toMatch(/aria-labelledby="s-title".*<h2 id="s-title">Part<\/h2>/);
    expect(page).toContain('<h3><a href="/1">One</a></h3>');
  });

  it('ends the breadcrumbs at the page itself, and marks the view shown among tabs', () => {
    expect(html(<Breadcrumbs label="Path" items={[{ label: 'Home', href: '/' }, { label: 'Here' }]} />)).toContain(
      '<span aria-current="page">Here</span>',
    );
    expect(count(html(<Tabs label="Views" items={nav} />), /aria-current="page"/g)).toBe(1);
  });
});

it('puts marked-up parts where a message wants them, and leaves other braces alone', () => {
  const parts = { title: <b>maire</b>, place: 'Pau {title}' };
  expect(html(<Filled text="{place}（{title}）{other}" parts={parts} />)).toBe('Pau {title}（<b>maire</b>）{other}');
});

it('keeps the compounds of a title whole, unless they are too long for a narrow screen', () => {
  const title = (text: string) => html(<TitleText text={text} lang="fr" />);
  expect(title('9es Rencontres franco-japonaises')).toBe('9<sup>es</sup> Rencontres <span class="nowrap">franco-japonaises</span>');
  expect(title('Saint-Germain-en-Laye-sur-Mer')).toBe('Saint-Germain-en-Laye-sur-Mer');
  expect(title('2025-09-22, A – B')).toBe('2025-09-22, A – B');
});
