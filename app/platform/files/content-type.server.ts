import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type ZipEntry, zipEntries } from '#app/platform/tabular/zip.ts';

/** The kinds of file that are taken in, and the media type that each is stored and sent as. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpeg: 'image/jpeg',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

const OFFICE: readonly [string, FileKind][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];
const MACROS = /(^|\/)(vbaProject\.bin$|macrosheets\/)/i;

/**
 * What a file is, by its content and never by its name. Refuses what is none of {@link FILE_TYPES} (`files.unsupported-type`),
 * Office packages that carry macros (`files.macros`) and packages that cannot be read (`files.damaged`).
 */
export async function contentKind(bytes: Uint8Array): Promise<Result<FileKind>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packageKind(bytes);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = (Object.keys(FILE_TYPES) as FileKind[]).find((known) => FILE_TYPES[known] === found?.mime);
  return kind ? ok(kind) : refuse('files.unsupported-type');
}

/** Only the package's directory is read: nothing is unpacked, so nothing can swell. */
function packageKind(bytes: Uint8Array): Result<FileKind> {
  let entries: ZipEntry[];
  try {
    entries = zipEntries(bytes);
  } catch {
    return refuse('files.damaged');
  }
  if (entries.some(({ name }) => MACROS.test(name))) return refuse('files.macros');
  const names = new Set(entries.map(({ name }) => name));
  const kind = names.has('[Content_Types].xml') ? OFFICE.find(([part]) => names.has(part))?.[1] : undefined;
  return kind ? ok(kind) : refuse('files.unsupported-type');
}

/** The kind that a name says, null where it says none or one unknown here. */
export function kindSaid(name: string): FileKind | 'other' | null {
  const extension = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase();
  if (!extension) return null;
  if (extension === 'jpg' || extension === 'jpe') return 'jpeg';
  return extension in FILE_TYPES ? (extension as FileKind) : 'other';
}
