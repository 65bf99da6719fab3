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
      serializers: { err: safeError },
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

/** What the database adds to its errors and drizzle to its own: the values of the statement, people's names and mailboxes among them. */
const VALUES = ['params', 'parameters', 'detail', 'where', 'internalQuery'];

/** An error as it is logged: what failed and where, without the values it failed on. */
export function safeError(error: Error): Record<string, unknown> {
  const shown: Record<string, unknown> = { ...pino.stdSerializers.err(error) };
  for (const key of VALUES) delete shown[key];
  // Drizzle writes "Failed query: …" and then a line "params: …" to the end of its message, which the stack repeats.
  const [safe = ''] = error.message.split('\nparams: ');
  for (const key of ['message', 'stack']) {
    const text = shown[key];
    if (typeof text === 'string') shown[key] = text.replace(error.message, () => safe);
  }
  return shown;
}

/** A logger that says nothing, for tests and one-line commands. */
export const silentLogger: Logger = pino({ level: 'silent' });
