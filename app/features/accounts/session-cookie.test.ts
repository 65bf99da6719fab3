import { describe, expect, it } from 'vitest';
import { isSecure, readTokenCookie, tokenCookie } from './session-cookie.ts';

const token = 'A'.repeat(43);
const pair = (cookie: string) => cookie.split(';')[0] ?? '';

describe('the cookies of sign-in', () => {
  it('are out of the reach of scripts and other sites, and over https of other hosts', () => {
    expect(tokenCookie('session', token, 60, true)).toBe(
      `__Host-entente-session=${token}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(tokenCookie('session', token, 60, false)).toBe(`entente-session=${token}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`);
    expect(isSecure('https://entente.example')).toBe(true);
    expect(isSecure('http://127.0.0.1:3000')).toBe(false);
  });

  it('are read back among others', () => {
    for (const secure of [true, false]) {
      const header = `theme=dark; ${pair(tokenCookie('session', token, 60, secure))};x=y`;
      expect(readTokenCookie(header, 'session', secure)).toBe(token);
      expect(readTokenCookie(header, 'ticket', secure)).toBeNull();
    }
  });

  it('set without the prefix are not taken over https: another host of the domain may have set them', () => {
    expect(readTokenCookie(`entente-session=${token}`, 'session', true)).toBeNull();
  });

  it.each([
    null,
    undefined,
    '',
    'entente-session',
    'entente-session=',
    'entente-session=short',
    `entente-session=${token}x`,
    `entente-session=${'é'.repeat(43)}`,
    `xentente-session=${token}`,
  ])('are not found in %j', (header) => {
    expect(readTokenCookie(header, 'session', false)).toBeNull();
  });
});
