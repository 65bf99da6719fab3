import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { browserLabel } from './browser-label.ts';
import { isHeldOn, isPossibleTerm } from './function-term.ts';
import { grantFromRow, isGrantedRole, isWellFormedGrant } from './grant-shape.ts';

const id = '0199c0de-0000-7000-8000-000000000001';

describe('a grant', () => {
  it.each<Grant>([
    { role: 'instance-admin' },
    { role: 'secretariat', side: 'JP' },
    { role: 'host-team', editionId: id },
    { role: 'committee-member', committeeId: id },
    { role: 'authority-reader', organisationId: id },
  ])('names exactly what its role is held over: %j', (grant) => {
    expect(isWellFormedGrant(grant)).toBe(true);
  });

  it.each<Grant>([
    { role: 'instance-admin', side: 'FR' },
    { role: 'secretariat' },
    { role: 'secretariat', side: 'fr' },
    { role: 'secretariat', side: '' },
    { role: 'secretariat', side: 'FR', organisationId: id },
    { role: 'host-team', committeeId: id },
    { role: 'authority-editor', organisationId: 'bordeaux' },
  ])('is not %j', (grant) => {
    expect(isWellFormedGrant(grant)).toBe(false);
  });

  it('comes back from its row without what it does not name', () => {
    expect(grantFromRow({ role: 'secretariat', side: 'FR', editionId: null, committeeId: null, organisationId: null })).toEqual({
      role: 'secretariat',
      side: 'FR',
    });
  });

  it.each(['person', 'root', '', null, 'constructor', '__proto__'])('is not of a role called %j', (role) => {
    expect(isGrantedRole(role)).toBe(false);
  });
});

describe('a function', () => {
  const term = (from: string | null, until: string | null) => ({
    from: from === null ? null : partialDate(from),
    until: until === null ? null : partialDate(until),
  });

  it('is held from the first to the last possible day, and while nothing says otherwise', () => {
    expect(isHeldOn(term('2026-04', '2029'), '2026-04-01')).toBe(true);
    expect(isHeldOn(term('2026-04', '2029'), '2026-03-31')).toBe(false);
    expect(isHeldOn(term('2026-04', '2029'), '2029-12-31')).toBe(true);
    expect(isHeldOn(term('2026-04', '2029'), '2030-01-01')).toBe(false);
    expect(isHeldOn(term(null, null), '1990-01-01')).toBe(true);
    expect(isHeldOn(term('tbc', 'tbc'), '2026-01-01')).toBe(true);
  });

  it('does not end before it may have begun', () => {
    expect(isPossibleTerm(term('2026-04', '2026'))).toBe(true);
    expect(isPossibleTerm(term('2026-04', '2025'))).toBe(false);
    expect(isPossibleTerm(term('tbc', '2020'))).toBe(true);
  });
});

describe('the label of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['curl/8.0 <script>alert(1)</script>', null],
    ['', null],
    [undefined, null],
  ])('of %j is %s', (header, label) => {
    expect(browserLabel(header)).toBe(label);
  });
});
