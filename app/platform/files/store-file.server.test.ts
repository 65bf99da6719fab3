import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { storedFiles } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { forgetUnusedFiles } from './forget-unused.server.ts';
import { readFile, storeFile } from './store-file.server.ts';
import { useFilesFolder } from './testing.ts';

const database = useTestDatabase();
const folder = useFilesFolder();
const text = (value: string) => new TextEncoder().encode(value);
const pdf = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const office = (part: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': text('<Types/>'), [part]: text('<x/>'), ...more });
const all = { accept: ['pdf', 'docx', 'xlsx', 'png'] as const };
const files = () => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

it.each([
  ['../../outside.pdf', pdf, 'outside.pdf', 'application/pdf'],
  ['a\u0000b.pdf', pdf, 'a b.pdf', 'application/pdf'],
  ['', pdf, 'document.pdf', 'application/pdf'],
  ['要旨', office('word/document.xml'), '要旨.docx', expect.stringContaining('wordprocessingml')],
  ['liste.XLSX', office('xl/workbook.xml'), 'liste.XLSX', expect.stringContaining('spreadsheetml')],
  ['logo.png', png, 'logo.png', 'image/png'],
])('keeps %j below its folder, under a safe name and the type of its content', async (name, bytes, safe, type) => {
  const stored = await storeFile(database.ctx(), bytes, { ...all, name });
  expect(stored).toMatchObject({ ok: true, value: { name: safe, type, size: bytes.length } });
  if (!stored.ok) return;
  expect(await readFile(stored.value.hash)).toEqual({ ok: true, value: Buffer.from(bytes) });
  expect(fs.existsSync(path.join(folder, stored.value.hash.slice(0, 2), stored.value.hash.slice(2)))).toBe(true);
});

it.each([
  ['nothing', 'a.pdf', new Uint8Array(), 'files.empty'],
  ['too much', 'a.pdf', new Uint8Array(2_000_001), 'files.too-large'],
  ['a page of HTML', 'a.pdf', text('<!doctype html><script>alert(1)</script>'), 'files.unsupported-type'],
  ['an SVG', 'a.png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'files.unsupported-type'],
  ['a program', 'a.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'files.unsupported-type'],
  ['a PDF that says it is a picture', 'a.png', pdf, 'files.not-what-it-says'],
  ['a PDF that says it is a program', 'a.exe', pdf, 'files.not-what-it-says'],
  ['a workbook that says it is a text', 'a.docx', office('xl/workbook.xml'), 'files.not-what-it-says'],
  ['a zip of anything', 'a.docx', zipSync({ 'a.txt': text('a') }), 'files.unsupported-type'],
  ['macros', 'a.docx', office('word/document.xml', { 'word/vbaProject.bin': text('x') }), 'files.macros'],
  ['a torn package', 'a.docx', office('word/document.xml').subarray(0, 60), 'files.damaged'],
  ['a kind that was not asked for', 'a.pptx', office('ppt/presentation.xml'), 'files.unsupported-type'],
])('refuses %s and keeps nothing', async (_what, name, bytes, code) => {
  const before = files().length;
  const refused = await storeFile(database.ctx(), bytes, { ...all, name, maxBytes: 2_000_000 });
  expect(refused).toMatchObject({ ok: false, refusal: { code } });
  expect(files()).toHaveLength(before);
});

it('keeps the same bytes once, however often they come', async () => {
  const bytes = text('%PDF-1.4 twice');
  const count = async () => ({ disk: files().length, rows: await database.connection.db.$count(storedFiles) });
  const before = await count();
  const [a, b] = await Promise.all([1, 2].map((n) => storeFile(database.ctx(), bytes, { ...all, name: `${n}.pdf` })));
  expect(a?.ok && b?.ok && a.value.hash === b.value.hash && b.value.name).toBe('2.pdf');
  expect(await count()).toEqual({ disk: before.disk + 1, rows: before.rows + 1 });
});

it('says that a file is gone or damaged instead of handing out something else, and mends it when it comes again', async () => {
  const bytes = text('%PDF-1.4 fragile');
  const stored = await storeFile(database.ctx(), bytes, { ...all, name: 'a.pdf' });
  if (!stored.ok) throw new Error('not stored');
  const { hash } = stored.value;
  const place = path.join(folder, hash.slice(0, 2), hash.slice(2));
  fs.writeFileSync(place, '%PDF-1.4 another');
  expect(await readFile(hash)).toMatchObject({ ok: false, refusal: { code: 'files.missing' } });
  fs.rmSync(place);
  expect(await readFile(hash)).toMatchObject({ ok: false, refusal: { code: 'files.missing' } });
  await storeFile(database.ctx(), bytes, { ...all, name: 'a.pdf' });
  expect(await readFile(hash)).toMatchObject({ ok: true });
});

it('forgets, after a day, what nothing names any more, and nothing else', async () => {
  const { db } = database.connection;
  await db.execute(sql`create table naming (id int, file_hash text references stored_files (hash))`);
  const keep = async (content: string) => {
    const stored = await storeFile(database.ctx(), text(`%PDF-1.4 ${content}`), { ...all, name: 'a.pdf' });
    return stored.ok ? stored.value.hash : '';
  };
  const [named, fresh, unnamed, again] = [await keep('named'), await keep('fresh'), await keep('unnamed'), await keep('again')];
  await db.execute(sql`insert into naming values (1, ${named})`);
  await db.execute(sql`update stored_files set touched_at = now() - interval '25 hours' where hash <> ${fresh}`);
  await keep('again');
  expect(await forgetUnusedFiles(database.ctx())).toBeGreaterThan(0);
  const kept = await Promise.all([named, fresh, unnamed, again].map(async (hash) => (await readFile(hash)).ok));
  expect(kept).toEqual([true, true, false, true]);
  expect((await db.select().from(storedFiles)).map(({ hash }) => hash).sort()).toEqual([named, fresh, again].sort());
  expect(await keep('unnamed')).toBe(unnamed);
  expect(await readFile(unnamed)).toMatchObject({ ok: true });
});

it.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])('never reads %j', async (hash) => {
  await expect(readFile(hash)).rejects.toThrow('hash');
});

it('is readable by its owner only', () => {
  for (const file of files()) expect(fs.statSync(path.join(file.parentPath, file.name)).mode & 0o077).toBe(0);
});
