import { inflateRawSync } from 'node:zlib';
import { TABULAR_LIMITS, TabularRefusal } from './types.ts';

/** One file of a zip archive: its name and its bytes, unpacked. */
export type ZipFile = { name: string; bytes: Uint8Array };

/** What an archive's directory says of one file. */
export type ZipEntry = {
  name: string;
  flags: number;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
};

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * Unpacks a zip archive (PKWARE APPNOTE 6.3) within {@link TABULAR_LIMITS}: the sizes that its directory declares are
 * added up before a byte is inflated, and inflating stops at the declared size, so that an archive that lies about it
 * is refused (`damaged`) instead of filling the memory. Refuses encrypted archives and zip64, which no list needs.
 */
export function unzip(bytes: Uint8Array): ZipFile[] {
  const entries = zipEntries(bytes);
  if (entries.length > TABULAR_LIMITS.zipEntries)
    throw new TabularRefusal('expands-too-much', {
      limit: TABULAR_LIMITS.zipEntries,
    });
  if (entries.some((entry) => entry.flags & 1)) throw new TabularRefusal('encrypted');
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > TABULAR_LIMITS.inflatedBytes) {
    throw new TabularRefusal('expands-too-much', {
      limit: Math.round(TABULAR_LIMITS.inflatedBytes / 1e6),
    });
  }
  return entries.map((entry) => ({
    name: entry.name,
    bytes: unpack(bytes, entry),
  }));
}

/** The files that an archive's directory names, nothing unpacked; throws a `damaged` refusal when it has none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < first) throw new TabularRefusal('damaged');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new TabularRefusal('damaged');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) throw new TabularRefusal('damaged');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new TabularRefusal('damaged');
  try {
    const unpacked = inflateRawSync(packed, {
      maxOutputLength: Math.max(1, entry.unpacked),
    });
    if (unpacked.length === entry.unpacked) return unpacked;
  } catch {
    // An inflation that overruns its declared size or breaks off: the refusal below is the answer to both.
  }
  throw new TabularRefusal('damaged');
}
