import { createContext, type RouterContextProvider } from 'react-router';
import type { Ctx } from '#app/platform/ctx.ts';

/** A form that came too late: where it was going, and what it held. */
export type Unsent = { action: string; back: string; fields: [string, string][] | null };

/** What a page is given besides its use cases' context. */
export type RequestContext = {
  ctx: Ctx;
  /** For the rare inline script or style of a desk page (Content-Security-Policy). */
  nonce: string;
  /** The address of this instance, without a final slash. */
  publicUrl: string;
  /** Pages that only a demo on loopback shows, such as the outbox. */
  localDemo: boolean;
  /** The client's address, for rate limits only; never logged or stored as it is. */
  clientAddress: string;
  /** What a person sent to a desk after the session had ended: kept, to be sent again. `fields` is null when it held a file. */
  unsent: Unsent | null;
  /** Adds a cookie to the response, whatever the page answers. */
  setCookie(value: string): void;
};

export const requestContext = createContext<RequestContext>();

/** The request's context inside a loader or an action. */
export function requestOf(args: { context: Readonly<RouterContextProvider> }): RequestContext {
  return args.context.get(requestContext);
}
