import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS, retryDelaySeconds } from './backoff.ts';
import { classifyFailure } from './classify-failure.ts';

describe('the delay before a mail is tried again', () => {
  it('never shrinks, starts within a minute and stays within an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
        expect(retryDelaySeconds(attempts + 1)).toBeGreaterThanOrEqual(retryDelaySeconds(attempts));
        expect(retryDelaySeconds(attempts)).toBeLessThanOrEqual(3600);
      }),
    );
    expect(retryDelaySeconds(1)).toBeLessThanOrEqual(60);
  });

  it('lets a relay be down for a day', () => {
    const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => retryDelaySeconds(i + 1)).reduce((a, b) => a + b, 0);
    expect(total).toBeGreaterThan(20 * 3600);
  });
});

describe('a failure of delivery', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, true],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, false],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 530 }, false],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, false],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, false],
    [{ code: 'ECONNECTION' }, false],
    [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, false],
    [new Error('x'), false],
    [null, false],
    ['550', false],
  ])('%j is final: %s', (error, permanent) => {
    expect(classifyFailure(error).permanent).toBe(permanent);
  });

  it('is filed without the words of the server, which may hold an address', () => {
    const error = Object.assign(new Error('550 <someone@city.example> unknown'), {
      code: 'EENVELOPE',
      responseCode: 550,
      response: '550 someone@city.example',
    });
    expect(classifyFailure(error).reason).toBe('EENVELOPE 550');
  });
});
