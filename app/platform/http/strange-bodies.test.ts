import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { refuseStrangeBodies } from './strange-bodies.ts';

const app = new Hono().use(refuseStrangeBodies()).all('*', (c) => c.text('page'));
const status = async (method: string, type?: string) =>
  (await app.request('/', { method, ...(type ? { headers: { 'content-type': type }, body: 'a=b' } : {}) })).status;

it('lets a page be read, and forms be sent', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(await status(method)).toBe(200);
  for (const type of [
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded;charset=UTF-8',
    'multipart/form-data; boundary=x',
  ])
    expect(await status('POST', type)).toBe(200);
});

it('refuses other methods and other bodies with their own word, not as a fault of ours', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await status(method)).toBe(405);
  expect((await app.request('/', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  for (const type of [undefined, 'application/json', 'text/plain', 'application/x-www-form-urlencodedx'])
    expect(await status('POST', type)).toBe(415);
});
