import { describe, expect, it } from 'vitest';
import { displayName } from './display-name.ts';
import { nativeName, type OrganisationName } from './organisation.ts';

const name = (lang: string, kind: OrganisationName['kind'], text: string, script = 'Latn'): OrganisationName => ({
  lang,
  script,
  kind,
  name: text,
});
const beijing = [name('und', 'official', 'Beijing'), name('fr', 'short', 'Pékin'), name('und', 'alias', 'Peking')];
const drome = [name('fr', 'official', 'Département de la Drôme'), name('fr', 'short', 'Drôme'), name('ja', 'short', 'ドローム県', 'Jpan')];

describe('the name shown', () => {
  it('is one that the reader uses, before one of another language', () => {
    expect(displayName(beijing, 'fr')).toEqual({ text: 'Pékin', lang: 'fr' });
    expect(displayName(beijing, 'en')).toEqual({ text: 'Beijing', lang: '' });
    expect(displayName(beijing, 'ja')).toEqual({ text: 'Beijing', lang: '' });
    expect(displayName(drome, 'en')).toEqual({ text: 'Drôme', lang: 'fr' });
  });

  it('at home is the whole one of the country, or the one whose language is left open, never a spelling', () => {
    expect(nativeName(drome, 'FR')?.name).toBe('Département de la Drôme');
    expect(nativeName(beijing, 'CN')?.name).toBe('Beijing');
    expect(nativeName([name('fr', 'official', 'Commune V de Bamako')], 'ML')).toBeNull();
    expect(nativeName([name('und', 'alias', 'Peking')], 'CN')).toBeNull();
  });
});
