import type { Locale } from '#app/lib/locale.ts';
import { Entries, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { displayName } from '../domain/display-name.ts';
import { kindName } from '../kind-name.ts';
import type { OrganisationHit } from '../queries.server.ts';
import { authoritiesTexts, countryName, populationText } from '../texts.ts';
import { ShownName } from './name-run.tsx';

/** What the registry holds already under the names of an organisation about to be recorded. */
export function LikelyExisting({ locale, likely }: { locale: Locale; likely: readonly OrganisationHit[] }) {
  const t = authoritiesTexts(locale);
  const detail = (hit: OrganisationHit) =>
    [
      kindName(hit.kind, locale),
      ...hit.within.map(({ names }) => displayName(names, locale).text),
      countryName(hit.country, locale),
      hit.system === 'LOCAL' ? '' : `${hit.system} ${hit.code}`,
      populationText(hit, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Section id="likely" title={t('authorities.likely.title')} wide>
      <Notice tone="warning" live>
        {t('authorities.likely.lead', { count: likely.length })} {t('authorities.likely.even-so-text')}
      </Notice>
      <Entries
        items={likely.map((hit) => ({
          key: hit.id,
          title: <ShownName names={hit.names} locale={locale} />,
          href: `/${locale}/desk/authorities/${hit.slug}`,
          text: detail(hit),
        }))}
      />
    </Section>
  );
}
