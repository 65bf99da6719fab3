import fc from 'fast-check';
import { expect, it } from 'vitest';
import { downloadResponse } from './download-response.ts';

const dispositionOf = (name: string, plain?: string) =>
  downloadResponse('x', { name, type: 'text/csv', ...(plain === undefined ? {} : { plain }) }).headers.get('content-disposition') ?? '';

it.each([
  ['rfj-9_2025-09-22_liste-de-presence.pdf', 'rfj-9_2025-09-22_liste-de-presence.pdf'],
  ['participants-arrêtés (été).xlsx', 'participants-arretesete.xlsx'],
  ['rfj-9_2025-09-22_出席者名簿.pdf', 'rfj-9_2025-09-22.pdf'],
  ['出席者名簿.docx', 'download.docx'],
  ['名簿', 'download'],
  ['', 'download'],
  ['../../etc/passwd', 'download.etcpasswd'],
  ['a"; filename="b.exe', 'afilenameb.exe'],
])('names %j %j for clients that read ASCII only', (name, plain) => {
  expect(/filename="([^"]*)"/.exec(dispositionOf(name))?.[1]).toBe(plain);
});

it('prefers the plain name it is given', () => {
  expect(dispositionOf('団体一覧.csv', 'organisations.csv')).toBe(
    'attachment; filename="organisations.csv"; filename*=UTF-8\'\'%E5%9B%A3%E4%BD%93%E4%B8%80%E8%A6%A7.csv',
  );
});

it('writes a header of RFC 6266 that gives the name back, whatever the name holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string({ unit: 'binary' }), { nil: undefined }), (name, plain) => {
      const [, ascii, value] =
        /^attachment; filename="([\w.-]+)"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*)$/.exec(
          dispositionOf(name, plain),
        ) ?? [];
      expect(ascii).toBeTruthy();
      expect(decodeURIComponent(value ?? '?')).toBe(name.toWellFormed());
    }),
  );
  expect(dispositionOf("l’hôtel d'en face (1)*\ud800.csv")).toMatch(/''l%E2%80%99h%C3%B4tel%20d%27en%20face%20%281%29%2A%EF%BF%BD\.csv$/);
});

it('sends the very bytes, of the type said, to be kept by no cache', async () => {
  const bytes = Buffer.from([0, 0xff, 0x0d, 0x0a]);
  const response = downloadResponse(bytes, { name: 'a.bin', type: 'application/octet-stream' });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(bytes));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});
