import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The font files of printed documents, as absolute paths: all under the SIL Open Font License, and TrueType, because Typst reads no WOFF2. */
export function fontFiles(): string[] {
  return [
    require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
    require.resolve('@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf'),
    require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/shippori-mincho/400Regular/ShipporiMincho_400Regular.ttf'),
    require.resolve('@expo-google-fonts/shippori-mincho/600SemiBold/ShipporiMincho_600SemiBold.ttf'),
  ];
}

/** Faces that every text can fall back on; a character is printable when one of them has it. */
const TEXT_FACES = ['SourceSans3_400Regular.ttf', 'NotoSansJP_400Regular.ttf'];

let covered: Set<number> | undefined;

/** The code points that the text faces can show; read once from the fonts' own tables. */
export function coveredCodePoints(): ReadonlySet<number> {
  if (!covered) {
    covered = new Set();
    for (const file of fontFiles()) if (TEXT_FACES.some((face) => file.endsWith(face))) addCoverage(readFileSync(file), covered);
  }
  return covered;
}

/** Adds the code points of a TrueType file's Unicode table (`cmap` formats 4 and 12, OpenType 1.9). */
function addCoverage(font: Buffer, into: Set<number>): void {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    const encodings = font.readUInt16BE(cmap + 2);
    for (let e = 0; e < encodings; e++) addSubtable(font, cmap + font.readUInt32BE(cmap + 4 + e * 8 + 4), into);
    return;
  }
  throw new Error('a font without a character map');
}

function addSubtable(font: Buffer, at: number, into: Set<number>): void {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    const groups = font.readUInt32BE(at + 12);
    for (let g = 0; g < groups; g++) addRange(font.readUInt32BE(at + 16 + g * 12), font.readUInt32BE(at + 20 + g * 12), into);
  } else if (format === 4) {
    const segments = font.readUInt16BE(at + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const last = font.readUInt16BE(at + 14 + s * 2);
      const first = font.readUInt16BE(at + 16 + segments * 2 + s * 2);
      if (first !== 0xffff) addSegment(font, at, segments, s, first, last, into);
    }
  }
}

/** A segment of format 4 may map some of its characters to glyph 0, which is "no such character". */
function addSegment(font: Buffer, at: number, segments: number, s: number, first: number, last: number, into: Set<number>): void {
  const delta = font.readUInt16BE(at + 16 + segments * 4 + s * 2);
  const offsetAt = at + 16 + segments * 6 + s * 2;
  const offset = font.readUInt16BE(offsetAt);
  for (let code = first; code <= last; code++) {
    const raw = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - first) * 2);
    const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
    if (glyph !== 0) into.add(code);
  }
}

function addRange(first: number, last: number, into: Set<number>): void {
  for (let code = first; code <= last; code++) into.add(code);
}
