/** After so many failed attempts a mail is given up: with the delays below, a little over a day. */
export const MAX_ATTEMPTS = 30;

/**
 * Seconds to wait after the given number of failed attempts: doubling from 10 s, at most one hour, so that a relay that
 * greylists (RFC 6647 asks for a few minutes) is met again soon and one that is down is not hammered.
 */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(3600, 10 * 2 ** Math.max(0, attempts - 1));
}
