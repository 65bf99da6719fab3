import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Rewrites one part of a package, or leaves it when it returns the same text. */
export type Rewrite = (path: string, xml: string) => string;

/** The zip format begins in 1980 and counts local hours: noon keeps the day in every zone. */
function zipTime(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

/**
 * An Office package (DOCX, XLSX) repacked with a given date (`YYYY-MM-DD`) in its entries and its core properties instead
 * of the machine's clock, so that the same content makes the same bytes. `rewrite` may change its XML parts on the way,
 * and `added` holds further parts by path.
 */
export function sealPackage(bytes: Uint8Array, date: string, rewrite: Rewrite, added: Record<string, string> = {}): Uint8Array {
  const sealed: Zippable = {};
  for (const [path, xml] of Object.entries(added)) sealed[path] = strToU8(dated(xml, date));
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    sealed[path] = path.endsWith('.xml') || path.endsWith('.rels') ? strToU8(rewrite(path, dated(strFromU8(content), date))) : content;
  }
  return zipSync(inPackageOrder(sealed), { mtime: zipTime(date), level: 6 });
}

/** Readers that sniff the type of a file expect [Content_Types].xml to be its first entry; the rest runs by name. */
function inPackageOrder(parts: Zippable): Zippable {
  const first = '[Content_Types].xml';
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1)));
}

function dated(xml: string, date: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T12:00:00Z`);
}
