import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Requests per client and window: reading is generous, writing is what a person can do. */
const READS = { points: 600, duration: 60 };
const WRITES = { points: 120, duration: 60 };

/**
 * Answers 429 to a client that asks far more than people do. Counted in memory, so per process: a brake against floods,
 * not a right; sign-in has its own limits, kept in the database.
 */
export function rateLimit(address: (c: Context) => string): MiddlewareHandler {
  const reads = new RateLimiterMemory(READS);
  const writes = new RateLimiterMemory(WRITES);
  return async (c, next) => {
    const limiter = c.req.method === 'GET' || c.req.method === 'HEAD' ? reads : writes;
    try {
      await limiter.consume(address(c));
    } catch (rejection) {
      const wait = Math.ceil(((rejection as { msBeforeNext?: number }).msBeforeNext ?? 60_000) / 1000);
      c.header('retry-after', String(wait));
      return c.text('429 – too many requests, please wait a minute\n', 429);
    }
    return next();
  };
}
