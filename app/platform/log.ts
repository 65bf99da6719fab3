import pino from 'pino';

export type Logger = pino.Logger;

/**
 * The structured log, on standard error so that standard output stays clean for `--json`. Bodies, addresses and names
 * are never passed to it; what might slip in under these keys is redacted all the same.
 */
export function createLogger(level: string = process.env.LOG_LEVEL ?? 'info'): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'mailbox',
          'email',
          'to',
          'code',
          'token',
          'cookie',
          'password',
          '*.mailbox',
          '*.email',
          '*.to',
          '*.code',
          '*.token',
          '*.cookie',
          '*.password',
        ],
        censor: '[redacted]',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** A logger that says nothing, for tests and one-line commands. */
export const silentLogger: Logger = pino({ level: 'silent' });
