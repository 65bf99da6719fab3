import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { requestContext } from '#app/platform/http/request-context.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { revokeFeed } from '../use-cases/keep-feeds.server.ts';
import { makeFeed } from '../use-cases/make-feed.server.ts';
import { loader } from './feed.ts';

const database = useTestDatabase();

/** What a calendar program is answered; `as`: who happens to be signed in in the same browser. */
async function fetched(
  file: string,
  { headers = {}, as = database.ctx() }: { headers?: Record<string, string>; as?: ReturnType<typeof database.ctx> } = {},
) {
  const context = new RouterContextProvider();
  const request = new Request(`https://entente.example/fr/feeds/${file}`, { headers });
  const surroundings = {
    nonce: '',
    publicUrl: 'https://entente.example',
    localDemo: false,
    clientAddress: '',
    unsent: null,
    setCookie: () => {},
  };
  context.set(requestContext, { ctx: as, ...surroundings });
  const response = await loader({ request, params: { file }, context } as unknown as Parameters<typeof loader>[0]);
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

async function given() {
  const edition = await givenEditionWithForm(database.connection.db);
  const { organisationId } = await givenParticipant(database.connection.db, edition, { name: 'Lille' });
  const grant = { role: 'authority-editor', organisationId } as const;
  const ctx = database.ctx(actingAs(await makePerson(database.connection.db, { grants: [{ grant }] }), grant));
  return { ctx, ...must(await makeFeed(ctx, { kind: 'person', of: '', lang: 'fr' })) };
}

describe('the address of a private calendar', () => {
  it('gives a calendar that no shared cache keeps, and nothing anew while it is the same', async () => {
    const { secret } = await given();
    const first = await fetched(`${secret}.ics`);
    expect(first).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
    });
    expect(first.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const etag = first.headers.etag ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect(await fetched(`${secret}.ics`, { headers: { 'if-none-match': known } })).toMatchObject({ status: 304, text: '' });
    expect((await fetched(`${secret}.ics`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('answers one and the same for what is forged, closed or misspelt, whoever is signed in', async () => {
    const { ctx, id, secret } = await given();
    must(await revokeFeed(ctx, id));
    const nothing = await fetched(`${'A'.repeat(43)}.ics`);
    expect(nothing.status).toBe(404);
    for (const file of [`${secret}.ics`, secret, `${secret}x.ics`, '.ics', '%2e%2e', `${secret}.ics.ics`, "' or 1=1.ics"]) {
      expect(await fetched(file)).toEqual(nothing);
      expect(await fetched(file, { as: ctx })).toEqual(nothing);
    }
  });
});
