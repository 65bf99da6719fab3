import type { ReactNode } from 'react';
import { translator } from '#app/platform/i18n/messages.ts';
import { SideMark, Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import type { EditionModel } from '../edition-model.server.ts';
import { siteCatalogues } from '../messages/index.ts';
import type { PartnerSide } from '../partners-model.server.ts';
import { MapLegend, SidePartnerMap } from './partner-map.tsx';

/** The authorities that prepare the meeting, side by side: each side's map, and the list that says the same in words. */
export function PartnersSection({ page }: { page: EditionModel }): ReactNode {
  const { locale, partners } = page;
  const t = translator(locale, siteCatalogues);
  const someone = partners.some((side) => side.items.length > 0);
  // Of an edition that is over, only what the documents list is known: an empty map would say that nobody came.
  if (!someone && page.state !== 'planned') return null;
  return (
    <Section id="partners" wide title={t('site.edition.present')} lead={t('site.edition.present-lead')}>
      <div className="partners">
        {partners.map((side) => (
          <Side key={side.side} side={side} locale={locale} />
        ))}
      </div>
      <div className="map-notes">
        <MapLegend locale={locale} />
        <p className="quiet">{t('site.map.attribution')}</p>
      </div>
    </Section>
  );
}

function Side({ side, locale }: { side: PartnerSide; locale: EditionModel['locale'] }): ReactNode {
  const t = translator(locale, siteCatalogues);
  return (
    <div className="partner-side">
      <h3 className="side-label">
        <SideMark side={side.side} />
        <span>{side.country}</span>
        <span className="quiet num partner-count">{t('site.edition.present-count', { count: side.items.length })}</span>
      </h3>
      {side.map && <SidePartnerMap map={side.map} locale={locale} />}
      {side.items.length === 0 ? (
        <p className="quiet">{t('site.edition.none-on-side')}</p>
      ) : (
        <ul className="partner-list">
          {side.items.map(({ id, name, confirmed, host }) => (
            <li key={id}>
              <span lang={name.lang === locale ? undefined : name.lang || undefined}>{name.text}</span>
              {host && <Tag tone={side.side}>{t('site.edition.host-tag')}</Tag>}
              {confirmed && <Tag tone="ok">{t('site.edition.confirmed')}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
