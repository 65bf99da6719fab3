import type { Locale } from '#app/lib/locale.ts';
import { Section } from '#app/ui/page.tsx';
import { filterQuery, readFilter } from '../domain/registry-filter.ts';
import { kindName } from '../kind-name.ts';
import { authoritiesTexts, countryName } from '../texts.ts';

/** Names as lists print them, in the scripts that the registry is asked in. */
const NAMES = [
  { q: 'Ville de Nancy', lang: 'fr' },
  { q: 'CONSEIL DEPARTEMENTAL DE LA SAONE ET LOIRE', lang: 'fr' },
  { q: '静岡市', lang: 'ja' },
  { q: 'ナンシー', lang: 'ja' },
  { q: 'Kumamoto City', lang: 'en' },
];

/** Lists that are short enough to be read whole. */
const LISTS = [
  { kind: 'region', country: 'FR' },
  { kind: 'epci', country: 'FR' },
  { kind: 'prefecture', country: 'JP' },
  { kind: 'embassy', country: '' },
  { kind: 'network', country: '' },
];

/** What the search understands, shown by examples that are searches themselves. */
export function HowToSearch({ locale }: { locale: Locale }) {
  const t = authoritiesTexts(locale);
  const href = (asked: Record<string, string>) => `/${locale}/desk/authorities?${filterQuery(readFilter(new URLSearchParams(asked)))}`;
  return (
    <Section id="how" title={t('authorities.how.title')} wide>
      <div className="stack">
        <p>{t('authorities.how.text')}</p>
        <ul className="cluster">
          {NAMES.map(({ q, lang }) => (
            <li key={q}>
              <a href={href({ q })} lang={lang}>
                {q}
              </a>
            </li>
          ))}
        </ul>
        <p>{t('authorities.how.lists')}</p>
        <ul className="cluster">
          {LISTS.map(({ kind, country }) => (
            <li key={kind}>
              <a href={href({ kind, country })}>
                {[kindName(kind, locale), country && countryName(country, locale)].filter(Boolean).join(' · ')}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
