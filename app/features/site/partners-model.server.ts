import { displayName } from '#app/features/authorities/public.ts';
import { centresOf, type EditionView, type OrganisationRow, organisationsById } from '#app/features/editions/public.server.ts';
import { countryName } from '#app/features/editions/public.ts';
import { confirmedAuthorities } from '#app/features/participation/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type PartnerPlace, placed, type SideMap, sideMap } from './map-model.server.ts';
import { organisationRun, type Run, type SideKey, sideOf } from './shared-model.ts';

/** An authority on the list beside the map. */
export type PartnerItem = { id: string; name: Run; confirmed: boolean; host: boolean };

/** One side of the meeting: its authorities, and the map they stand on. */
export type PartnerSide = { side: SideKey; country: string; items: PartnerItem[]; map: SideMap | null };

/** Who has been present at the preparatory meetings of an edition, as authorities: what the committees tell of it. */
export type PresenceReader = (editionId: string) => Promise<readonly { organisationId: string; country: string }[]>;

/** Kinds whose short name is also that of the land they stand on. */
const TERRITORIAL = ['department', 'region', 'prefecture', 'collectivity'];

/** An organisation named in full, as on a printed programme. */
export function officialRun(organisation: Pick<OrganisationRow, 'names'>, locale: Locale): Run {
  return { ...displayName(organisation.names, locale, 'official'), fallback: false };
}

/** A town goes by its short name; a department or a region by its full one. */
function partnerRun(organisation: OrganisationRow, locale: Locale): Run {
  return TERRITORIAL.includes(organisation.kind) ? officialRun(organisation, locale) : organisationRun(organisation, locale);
}

/**
 * The authorities that prepare an edition, side by side: those with someone present at a preparatory meeting and those
 * that have confirmed, each once, with the hosts of the series beside them on the map. Organisations only, no person.
 */
export async function partnerSides(ctx: Ctx, view: EditionView, presentAt: PresenceReader): Promise<PartnerSide[]> {
  const present = await presentAt(view.edition.id);
  const recorded = view.organisations.flatMap((item) => (item.role === 'confirmed' ? item.id : []));
  const confirmedIds = new Set([...recorded, ...(await confirmedAuthorities(ctx.db, view.edition.id))]);
  const ids = [...new Set([...present.map((item) => item.organisationId), ...confirmedIds])];
  const [partners, centres] = await Promise.all([organisationsById(ctx.db, ids), centresOf(ctx.db, ids)]);
  const centre = new Map(centres.map((item) => [item.id, item]));
  const located = partners.map((item) => ({ ...item, ...centre.get(item.id) }));
  return view.series.countries.map((country) => partnerSide(country, view, located, confirmedIds, ctx.locale));
}

function partnerSide(
  country: string,
  view: EditionView,
  partners: readonly OrganisationRow[],
  confirmed: ReadonlySet<string>,
  locale: Locale,
): PartnerSide {
  const { series, edition, line } = view;
  const known = new Map(partners.filter((item) => item.country === country).map((item) => [item.id, item]));
  const hosts = new Map(line.flatMap(({ host }) => (host && host.country === country ? [[host.id, host] as const] : [])));
  const places: PartnerPlace[] = placed([...new Map([...hosts, ...known]).values()]).map((item) => {
    const { text, lang } = partnerRun(item, locale);
    const at = { id: item.id, longitude: item.longitude, latitude: item.latitude };
    return {
      ...at,
      name: text,
      lang,
      present: known.has(item.id),
      host: hosts.has(item.id),
      current: item.id === edition.hostOrganisationId,
    };
  });
  const side = sideOf(series, country);
  const name = countryName(country, locale);
  const items = inOrder([...known.values()], country, locale).map((item) => ({
    id: item.id,
    name: partnerRun(item, locale),
    confirmed: confirmed.has(item.id),
    host: item.id === edition.hostOrganisationId,
  }));
  return { side, country: name, items, map: sideMap(side, country, name, places) };
}

/** Japanese authorities in their official order (建制順), those of other countries by name. */
function inOrder(items: OrganisationRow[], country: string, locale: Locale): OrganisationRow[] {
  const collator = new Intl.Collator(locale);
  return items.sort((a, b) => {
    if (country === 'JP') return a.orderKey < b.orderKey ? -1 : 1;
    return collator.compare(partnerRun(a, locale).text, partnerRun(b, locale).text);
  });
}
