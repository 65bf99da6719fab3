import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import type { HostMap, PartnerPlace, SideMap } from '../map-model.server.ts';
import { type SiteKey, siteCatalogues } from '../messages/index.ts';
import type { SideKey } from '../shared-model.ts';

/** A place on a map: side A is a disc, side B a diamond; a host wears a ring. Shape and colour both tell the sides apart. */
function Spot({
  side,
  x,
  y,
  host,
  filled,
  title,
}: {
  side: SideKey;
  x: number;
  y: number;
  host: boolean;
  filled: boolean;
  title: string;
}): ReactNode {
  const sign = side === 'a' ? <circle cx={x} cy={y} r="4.2" /> : <path d={`M${x} ${y}m0-5.4l5.4 5.4-5.4 5.4-5.4-5.4Z`} />;
  return (
    <g className={`spot spot-${side}${filled ? '' : ' spot-open'}`}>
      <title>{title}</title>
      {host && <circle className="spot-ring" cx={x} cy={y} r="9" />}
      {sign}
    </g>
  );
}

function Spots({ side, spots }: { side: SideKey; spots: readonly { place: PartnerPlace; x: number; y: number }[] }): ReactNode {
  return spots.map(({ place, x, y }) => (
    <Spot key={place.id} side={side} x={x} y={y} host={place.host} filled={place.present} title={place.name} />
  ));
}

/**
 * One side of the meeting on the map of its country, drawn on the server: authorities as filled signs, hosts of the
 * series ringed and named. The list beside it is its accessible equal, and the description says so.
 */
export function SidePartnerMap({ map, locale }: { map: SideMap; locale: Locale }): ReactNode {
  const t: Translate<SiteKey> = translator(locale, siteCatalogues);
  const id = `map-${map.side}`;
  return (
    <svg
      className="map"
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{t('site.map.title', { country: map.countryName })}</title>
      <desc id={`${id}-desc`}>{t('site.map.desc', { present: map.present, hosts: map.hosts })}</desc>
      <path className="map-ground" d={map.ground} />
      <path className="map-country" d={map.country} />
      <Spots side={map.side} spots={map.spots} />
      {map.labels.map((label) => (
        <text key={label.id} className="map-label" x={label.x} y={label.y} textAnchor={label.anchor} lang={label.lang || undefined}>
          {label.text}
        </text>
      ))}
      {map.insets.map((inset) => (
        <g key={`${inset.x} ${inset.y}`} transform={`translate(${inset.x} ${inset.y})`}>
          <rect className="map-inset" width={inset.size} height={inset.size} />
          <path className="map-country" d={inset.land} />
          <Spots side={map.side} spots={inset.spots} />
        </g>
      ))}
    </svg>
  );
}

/** The hosts of a series on the part of the globe between them, an arc from each to the next. */
export function HostWaysMap({ map, locale, names }: { map: HostMap; locale: Locale; names: string }): ReactNode {
  const t: Translate<SiteKey> = translator(locale, siteCatalogues);
  return (
    <svg
      className="map map-wide"
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="img"
      aria-labelledby="ways-title"
      aria-describedby="ways-desc"
    >
      <title id="ways-title">{t('site.series.ways')}</title>
      <desc id="ways-desc">{t('site.series.ways-desc', { count: map.spots.length, names })}</desc>
      <path className="map-country" d={map.land} />
      {map.ways.map((way) => (
        <path key={way} className="map-way" d={way} />
      ))}
      {map.spots.map(({ place, x, y }) => (
        <Spot key={place.id} side={place.side} x={x} y={y} host={place.current} filled title={place.name} />
      ))}
    </svg>
  );
}

/** What the signs of the partner maps mean. */
export function MapLegend({ locale }: { locale: Locale }): ReactNode {
  const t: Translate<SiteKey> = translator(locale, siteCatalogues);
  return (
    <ul className="legend map-legend">
      <li className="side-label">
        <svg className="map-sign" viewBox="0 0 44 22" aria-hidden="true" focusable="false">
          <g className="spot spot-a">
            <circle cx="11" cy="11" r="5" />
          </g>
          <g className="spot spot-b">
            <path d="M32 4.6 38.4 11 32 17.4 25.6 11Z" />
          </g>
        </svg>
        <span>{t('site.map.legend-present')}</span>
      </li>
      <li className="side-label">
        <svg className="map-sign" viewBox="0 0 44 22" aria-hidden="true" focusable="false">
          <g className="spot spot-a spot-open">
            <circle className="spot-ring" cx="11" cy="11" r="9" />
            <circle cx="11" cy="11" r="4" />
          </g>
          <g className="spot spot-b spot-open">
            <circle className="spot-ring" cx="33" cy="11" r="9" />
            <path d="M33 5.8l5.2 5.2-5.2 5.2-5.2-5.2Z" />
          </g>
        </svg>
        <span>{t('site.map.legend-host')}</span>
      </li>
    </ul>
  );
}
