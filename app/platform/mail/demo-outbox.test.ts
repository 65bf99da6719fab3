import { expect, it } from 'vitest';
import { showsOutbox } from './demo-outbox.ts';

const demo = { localDemo: true, demoDay: '2026-03-16', publicUrl: 'http://127.0.0.1:3000' };

it('shows the outbox of a demo on loopback', () => {
  expect(showsOutbox(demo)).toBe(true);
  expect(showsOutbox({ ...demo, publicUrl: 'http://localhost:3000' })).toBe(true);
  expect(showsOutbox({ ...demo, publicUrl: 'http://[::1]:3000' })).toBe(true);
});

it.each([
  { ...demo, localDemo: false },
  { ...demo, demoDay: null },
  { ...demo, publicUrl: 'https://entente.city.example' },
  { ...demo, publicUrl: 'http://127.0.0.1.city.example' },
  { ...demo, publicUrl: 'http://127.0.0.1@city.example' },
])('hides it in %j', (setting) => {
  expect(showsOutbox(setting)).toBe(false);
});
