/** What a failed attempt means for the mail: tried again later, or given up. */
export type Failure = { permanent: boolean; reason: string };

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown };

/** Commands whose 5xx answer is about this recipient or this text; before them the server judges us. */
const ABOUT_THE_MAIL: readonly unknown[] = ['RCPT TO', 'DATA'];

/**
 * Judges what the transport threw. Only the server's own 5xx about this recipient or text is final (RFC 5321 §4.2.1);
 * refused credentials or a refused sender, a broken connection, a server that is away say nothing about the mail, and are
 * mended by the operator. The reason names the fault without quoting the server, whose answer may hold the address.
 */
export function classifyFailure(error: unknown): Failure {
  const { code, command, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as SmtpError;
  const status = typeof responseCode === 'number' ? responseCode : null;
  const label = typeof code === 'string' ? code : 'EUNKNOWN';
  const permanent = status !== null && status >= 550 && ABOUT_THE_MAIL.includes(command);
  return { permanent, reason: status === null ? label : `${label} ${status}` };
}
