import { request } from 'node:http';
import { expect, inject, it } from 'vitest';
import { startProgram } from './program.ts';

const base = inject('baseUrl');

it('answers whether it lives and whether it can work', async () => {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
});

it.each(['/fr', '/ja/editions/rfj-9', '/en/sign-in', '/nowhere', '/healthz', '/favicon.svg'])(
  'allows nothing from elsewhere, no inline script and no framing on %s',
  async (path) => {
    const { headers } = await fetch(`${base}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBeTruthy();
  },
);

it('leads a first visit to the language of the browser', async () => {
  const visit = (accept: string) => fetch(`${base}/`, { redirect: 'manual', headers: { 'accept-language': accept } });
  expect((await visit('ja,en;q=0.5')).headers.get('location')).toBe('/ja');
  expect((await visit('de')).headers.get('location')).toBe('/fr');
});

it('refuses a form that another site sends', async () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${base}/fr/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ mailbox: 'nobody@nowhere.example' }),
    });
  expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await send({})).status).toBe(403);
  expect((await send({ origin: base })).status).toBeLessThan(400);
});

it.each(['/fr/desk', '/fr/desk/meetings', '/ja/desk/people', '/en/desk/editions', '/fr/account'])(
  'asks a stranger to sign in before %s',
  async (path) => {
    const answer = await fetch(`${base}${path}`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/^\/(fr|en|ja)\/sign-in\?next=/);
  },
);

it('keeps what was sent to a desk after the session had ended, to be sent again', async () => {
  const body = new URLSearchParams([
    ['row-1', 'new-person'],
    ['row-2', '<b>"two"</b>'],
    ['row-2', 'again'],
  ]);
  const answer = await fetch(`${base}/ja/desk/imports/x?show=open`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body,
  });
  const page = await answer.text();
  expect(answer.status).toBe(401);
  expect(page).toContain('action="/ja/desk/imports/x?show=open"');
  expect(page).toContain('name="row-1" value="new-person"');
  expect(page).toContain('value="&lt;b&gt;&quot;two&quot;&lt;/b&gt;"');
  expect(page.match(/name="row-2"/g)?.length).toBe(2);
});

it('says in the reader’s language that a page does not exist, without a trace of the program', async () => {
  const answer = await fetch(`${base}/ja/editions/does-not-exist`);
  expect(answer.status).toBe(404);
  const page = await answer.text();
  expect(page).toContain('ページが見つかりません');
  expect(page).not.toMatch(/node_modules|at .*\.(js|ts):\d+/);
});

it('answers a malformed address and a huge body without failing', async () => {
  expect((await fetch(`${base}/fr/%E0%A4%A`)).status).toBeLessThan(500);
  expect((await fetch(`${base}/${'x'.repeat(6000)}`)).status).toBeLessThan(500);
  const body = new Uint8Array(70 * 1024 * 1024);
  const sent = fetch(`${base}/fr/sign-in`, {
    method: 'POST',
    headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  const status = await sent.then((answer) => answer.status).catch(() => 413);
  expect(status).toBe(413);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});

it('refuses a form that did not arrive whole, as the sender’s fault', async () => {
  const headers = { origin: base, 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await fetch(`${base}/fr/sign-in`, { method: 'POST', headers, body: '--x\r\nContent-Disposition: form-data; na' });
  expect(answer.status).toBe(400);
});

it.each(['/fr/editions/rfj-9%00', '/en/series/rfj%00', '/fr/sign-in?next=%00'])('takes %s for a page that does not exist', async (path) => {
  expect((await fetch(`${base}${path}`)).status).toBe(404);
});

it('answers to its own name only on loopback, so that no page elsewhere can pass for it', async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${base}/fr`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

it('sends styles compressed, and no font that its own policy refuses', async () => {
  const page = await (await fetch(`${base}/ja`)).text();
  for (const [, href] of page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
    const answer = await fetch(`${base}${href}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).not.toContain('url(data:font');
  }
});

it('slows down a client that floods it, and says when to come back', async () => {
  const program = await startProgram({ dataDir: inject('demoDataDir') });
  try {
    const answers = [];
    for (let i = 0; i < 130; i++) answers.push(await fetch(`${program.url}/fr/sign-in`, { method: 'POST', redirect: 'manual' }));
    const slowed = answers.filter((answer) => answer.status === 429);
    expect(slowed.length).toBe(10);
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await program.stop();
  }
});

it('logs no mailbox, name or query of those who use it', async () => {
  const program = await startProgram({ dataDir: inject('demoDataDir'), env: { LOG_LEVEL: 'debug' } });
  try {
    const mailbox = 'planted-mailbox@somewhere.example';
    const body = new URLSearchParams({ mailbox });
    await fetch(`${program.url}/fr/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin: program.url }, body });
    await fetch(`${program.url}/fr/sign-in?next=%2Fplanted-query`);
    const said = program.said();
    expect(said).toMatch(/"path":"\/fr\/sign-in"/);
    expect(said).not.toContain('planted-');
  } finally {
    await program.stop();
  }
});
