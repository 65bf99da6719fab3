/** Why the server ends a socket; the page puts each in words. 4000 and above are ours (RFC 6455, 7.4.2). */
export const CLOSED = {
  /** The session has ended: what was typed stays on the device until somebody signs in again. */
  session: 4401,
  /** They may not write this text, or no longer; or there is none. */
  forbidden: 4403,
  /** A frame, or the text, is larger than anything people write. */
  tooLarge: 4413,
  /** The text is approved. */
  sealed: 4423,
  /** More messages or connections than people make. */
  tooMany: 4429,
  /** The server could not write it down: it was not taken, and will be sent again. */
  notWritten: 4500,
  /** Something that is no message of ours. */
  garbage: 4400,
  /** The program stops or starts anew: come back in a moment. */
  restart: 1012,
} as const;
