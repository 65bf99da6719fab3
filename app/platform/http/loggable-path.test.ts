import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loggablePath } from './loggable-path.ts';

describe('a path in a log', () => {
  it('holds no secret of a link or a calendar, and stays itself otherwise', () => {
    const secret = randomBytes(32).toString('base64url');
    expect(loggablePath(`/fr/feeds/${secret}.ics`)).toBe('/fr/feeds/….ics');
    expect(loggablePath(`/ja/answer/${secret}/calendar`)).toBe('/ja/answer/…/calendar');
    const plain = '/fr/desk/editions/rfj-9/timeline/entries/0198f0aa-0000-7000-8000-000000000001';
    expect(loggablePath(plain)).toBe(plain);
  });
});
