import { type GeoPermissibleObjects, type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, GeoJsonProperties, MultiPolygon, Polygon } from 'geojson';

/** A country's outline; `id` is its ISO 3166-1 numeric code. */
export type Country = Feature<Polygon | MultiPolygon, GeoJsonProperties>;
export type Countries = FeatureCollection<Polygon | MultiPolygon, GeoJsonProperties>;

/** What a map shows at a place. */
export type Place = { id: string; longitude: number; latitude: number };

/** A place on a drawn map, in the units of its view box. */
export type Spot<P extends Place> = { place: P; x: number; y: number };

/** An enlarged corner for places too far away to be drawn with the others: an island beyond the sea. */
export type Inset<P extends Place> = { x: number; y: number; size: number; land: string; spots: Spot<P>[] };

/** One country drawn large, with its neighbours as a ground; paths are SVG path data. */
export type CountryMap<P extends Place> = {
  width: number;
  height: number;
  ground: string;
  country: string;
  spots: Spot<P>[];
  insets: Inset<P>[];
};

/** Parts of a country farther than this from its largest part are drawn as insets (radians on the sphere: some 1,300 km). */
const FAR = 0.21;
const INSET = 84;
const INSET_RADIUS = 1.6;

type LonLat = [number, number];
const lonLat = (place: Place): LonLat => [place.longitude, place.latitude];

/** Whether a place can be drawn: finite, and on the globe. */
export function isOnGlobe(place: { longitude: number | null; latitude: number | null }): boolean {
  const { longitude, latitude } = place;
  return longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function polygons(country: Country): Polygon[] {
  const { geometry } = country;
  if (geometry.type === 'Polygon') return [geometry];
  return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}

/** The parts of a country around its largest one: what people see before them when they think of it. */
export function mainland(country: Country): MultiPolygon {
  const parts = polygons(country);
  // Rings are long where coasts are: the number of points tells the largest part well enough.
  const largest = parts.reduce((a, b) => ((b.coordinates[0]?.length ?? 0) > (a.coordinates[0]?.length ?? 0) ? b : a));
  const centre = geoCentroid(largest);
  const near = parts.filter((part) => geoDistance(geoCentroid(part), centre) < FAR);
  return { type: 'MultiPolygon', coordinates: near.map((part) => part.coordinates) };
}

function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return geoPath(projection).digits(1)(shape) ?? '';
}

function project<P extends Place>(projection: GeoProjection, place: P): Spot<P> | null {
  const at = projection(lonLat(place));
  return at?.every(Number.isFinite) ? { place, x: round(at[0]), y: round(at[1]) } : null;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Draws a country in a box of the given size, its places on it. Equal areas, seen from above its centre. Places that
 * fall outside the box are gathered by nearness into insets along the lower edge, from the left.
 */
export function drawCountry<P extends Place>(
  country: Country,
  world: Countries,
  places: readonly P[],
  { width, height, padding = 18 }: { width: number; height: number; padding?: number },
): CountryMap<P> {
  const main = mainland(country);
  const [longitude, latitude] = geoCentroid(main);
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]);
  projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    main,
  );
  projection.clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);
  projection.clipAngle(60);
  const others: Countries = { type: 'FeatureCollection', features: world.features.filter((other) => other.id !== country.id) };
  const spots: Spot<P>[] = [];
  const beyond: P[] = [];
  for (const place of places) {
    const spot = project(projection, place);
    const inside = spot && spot.x > 4 && spot.y > 4 && spot.x < width - 4 && spot.y < height - 4;
    if (inside) spots.push(spot);
    else beyond.push(place);
  }
  return {
    width,
    height,
    ground: pathOf(projection, others),
    country: pathOf(projection, country),
    spots,
    insets: drawInsets(beyond, world, height),
  };
}

function drawInsets<P extends Place>(places: readonly P[], world: Countries, height: number): Inset<P>[] {
  const groups: P[][] = [];
  for (const place of places) {
    const near = groups.find((group) => group[0] && geoDistance(lonLat(group[0]), lonLat(place)) < FAR / 4);
    if (near) near.push(place);
    else groups.push([place]);
  }
  return groups.map((group, index) => {
    const [longitude, latitude] = geoCentroid({ type: 'MultiPoint', coordinates: group.map(lonLat) });
    const projection = geoAzimuthalEqualArea()
      .rotate([-longitude, -latitude])
      .translate([INSET / 2, INSET / 2])
      .scale(INSET / 2 / ((INSET_RADIUS * Math.PI) / 180))
      .clipExtent([
        [0, 0],
        [INSET, INSET],
      ])
      .clipAngle(20);
    const spots = group.flatMap((place) => project(projection, place) ?? []);
    return { x: 12 + index * (INSET + 10), y: height - INSET - 12, size: INSET, land: pathOf(projection, world), spots };
  });
}

/** Two countries with what lies between them, and ways from place to place. */
export type WideMap<P extends Place> = { width: number; height: number; land: string; spots: Spot<P>[]; ways: string[] };

/**
 * Draws the part of the globe that holds all places, and the great circle of every way (pairs of place identifiers).
 * Seen from a point south of the middle, so that ways between east and west rise as arcs. Nothing without two places.
 */
export function drawBetween<P extends Place>(
  world: Countries,
  places: readonly P[],
  ways: readonly (readonly [string, string])[],
  { width, height, padding }: { width: number; height: number; padding: number },
): WideMap<P> | null {
  if (places.length < 2) return null;
  const points = { type: 'MultiPoint' as const, coordinates: places.map(lonLat) };
  const [longitude, latitude] = geoCentroid(points);
  const lines = ways.flatMap(([from, to]) => {
    const [a, b] = [places.find((place) => place.id === from), places.find((place) => place.id === to)];
    return a && b ? [{ type: 'LineString' as const, coordinates: [lonLat(a), lonLat(b)] }] : [];
  });
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -Math.max(0, latitude - 34)]);
  projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    {
      type: 'GeometryCollection',
      geometries: [points, ...lines],
    },
  );
  projection.clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);
  projection.clipAngle(100);
  return {
    ...{ width, height },
    land: pathOf(projection, world),
    spots: places.flatMap((place) => project(projection, place) ?? []),
    ways: lines.map((line) => pathOf(projection, line)),
  };
}

/** A text beside a spot: where it begins or ends, in the units of the view box. */
export type Label = { id: string; text: string; x: number; y: number; anchor: 'start' | 'end' | 'middle' };

/** Width of a text set in a size, roughly: full-width characters fill their em, Latin ones about half of it. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += /[\u3000-\u9fff\uf900-\uffef]/u.test(character) ? 1 : 0.54;
  return ems * size;
}

type Box = { left: number; top: number; right: number; bottom: number };
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Places labels so that none covers another, a spot, or leaves the box; those given first choose first, and one that
 * finds no room is left out (the list beside the map names everything).
 */
export function placeLabels(
  wanted: readonly { id: string; text: string; x: number; y: number }[],
  spots: readonly { x: number; y: number }[],
  { width, height, size }: { width: number; height: number; size: number },
): Label[] {
  const dots: Box[] = spots.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const { id, text, x, y } of wanted) {
    const length = textWidth(text, size);
    const candidates: (Label & { box: Box })[] = (
      [
        ['start', x + 13, y + size * 0.35],
        ['end', x - 13, y + size * 0.35],
        ['middle', x, y - 14],
        ['middle', x, y + size + 10],
        ['start', x + 8, y - 9],
        ['start', x + 8, y + size + 5],
        ['end', x - 8, y - 9],
        ['end', x - 8, y + size + 5],
      ] as const
    ).map(([anchor, at, base]) => {
      const left = anchor === 'start' ? at : anchor === 'end' ? at - length : at - length / 2;
      return {
        id,
        text,
        anchor,
        x: round(at),
        y: round(base),
        box: { left, right: left + length, top: base - size * 0.85, bottom: base + size * 0.2 },
      };
    });
    const free = candidates.find(({ box }) => {
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      return inside && ![...dots, ...taken].some((other) => overlap(box, other));
    });
    if (!free) continue;
    const { box, ...label } = free;
    taken.push(box);
    labels.push(label);
  }
  return labels;
}
