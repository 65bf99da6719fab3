import { TabularRefusal, type TextEncoding } from './types.ts';

/**
 * Decodes the bytes of a text file and names the encoding found: a byte order mark, else UTF-16 by its zero bytes,
 * ISO-2022-JP by its escapes, strict UTF-8, Windows-31J or EUC-JP when the result reads as Japanese, else
 * Windows-1252 (of which Latin-1 is a part). Refuses (`not-text`) what holds control characters.
 */
export function decodeText(bytes: Uint8Array): {
  text: string;
  encoding: TextEncoding;
} {
  const encoding = byMark(bytes) ?? byZeroBytes(bytes) ?? byEscapes(bytes) ?? byTrial(bytes);
  const text = decode(bytes, encoding);
  if (text === null || !looksLikeText(text)) throw new TabularRefusal('not-text');
  return { text, encoding };
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark(bytes: Uint8Array): TextEncoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: its tabs, line ends and Latin letters leave zero bytes on one side only. */
function byZeroBytes(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, 20_000);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 50 || bytes.length % 2 === 1) return null;
  if (odd > even * 10) return 'utf-16le';
  return even > odd * 10 ? 'utf-16be' : null;
}

/** ISO-2022-JP is seven-bit and switches to kanji with ESC $. */
function byEscapes(bytes: Uint8Array): TextEncoding | null {
  let escapes = false;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) > 0x7f) return null;
    if (bytes[i] === 0x1b && bytes[i + 1] === 0x24) escapes = true;
  }
  return escapes ? 'iso-2022-jp' : null;
}

function byTrial(bytes: Uint8Array): TextEncoding {
  if (decode(bytes, 'utf-8') !== null) return 'utf-8';
  const japanese = (['shift_jis', 'euc-jp'] as const)
    .map((encoding) => ({
      encoding,
      score: japaneseScore(decode(bytes, encoding)),
    }))
    .sort((a, b) => b.score - a.score)[0];
  return japanese && japanese.score > 0.5 ? japanese.encoding : 'windows-1252';
}

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uff61-\uff9f\uf900-\ufaff\ue000-\uf8ff]/g;
/** One East Asian character between Latin letters: what French accents become when read as Japanese. */
const STRAY = /(?<=[A-Za-z])[\u3400-\u9fff\uff61-\uff9f\ue000-\uf8ff]|[\u3400-\u9fff\uff61-\uff9f\ue000-\uf8ff](?=[A-Za-z])/g;
/** Half-width katakana and private characters: what EUC-JP becomes when read as Shift_JIS, and rare in lists of people. */
const UNLIKELY = /[\uff61-\uff9f\ue000-\uf8ff]/g;

/** How much of the non-Latin text reads as Japanese, from 0 to 1; 0 when it cannot be decoded at all. */
function japaneseScore(text: string | null): number {
  if (text === null) return 0;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const all = count(EAST_ASIAN);
  if (all === 0) return 0;
  return Math.max(0, 1 - (count(STRAY) * 2) / all - count(UNLIKELY) / all);
}

/** Text holds no zero and hardly any control character; form feeds are page breaks. */
function looksLikeText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return false;
    if ((code < 32 && ![9, 10, 11, 12, 13].includes(code)) || (code >= 0x7f && code < 0xa0 && code !== 0x85)) controls++;
  }
  return controls <= text.length / 1000;
}
