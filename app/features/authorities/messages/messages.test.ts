import { describe, expect, it } from 'vitest';
import { LOCALES } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { ORGANISATION_KINDS } from '../domain/kinds.ts';
import { toItem } from '../domain/search-item.ts';
import { authoritiesCatalogues } from './index.ts';

describe('the words of authorities', () => {
  it.each(LOCALES)('name every kind in %s', (locale) => {
    const t = translator(locale, authoritiesCatalogues);
    const names = ORGANISATION_KINDS.map((kind) => t(`authorities.kind.${kind}`));
    expect(new Set(names).size).toBe(names.length);
  });

  it('tell a proposal from its homonyms, in the language of the reader', () => {
    const names = [
      { lang: 'ja', script: 'Hani', kind: 'official', name: '府中市' },
      { lang: 'en', script: 'Latn', kind: 'short', name: 'Fuchu' },
    ] as const;
    const prefecture = [
      { lang: 'ja', script: 'Hani', kind: 'official', name: '広島県' },
      { lang: 'en', script: 'Latn', kind: 'short', name: 'Hiroshima' },
    ] as const;
    const hit = { id: '1', kind: 'city' as const, country: 'JP', names, within: [{ names: prefecture }] };
    const item = (locale: (typeof LOCALES)[number]) =>
      toItem(hit, locale, (kind) => translator(locale, authoritiesCatalogues)(`authorities.kind.${kind}`));
    expect(item('en')).toEqual({ value: '1', label: 'Fuchu', detail: 'City · Hiroshima · Japan' });
    expect(item('fr')).toEqual({ value: '1', label: 'Fuchu', lang: 'en', detail: 'Ville · Hiroshima · Japon' });
    expect(item('ja')).toEqual({ value: '1', label: '府中市', detail: '市 · 広島県 · 日本' });
  });
});
