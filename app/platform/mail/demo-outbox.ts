/** What the outbox page depends on. */
export type OutboxSetting = { localDemo: boolean; demoDay: string | null; publicUrl: string };

/**
 * Whether the outbox may be shown to whoever asks: it lets anyone sign in as anyone. Only for demo data (a pinned day), an
 * embedded database on loopback, and an address that is itself this machine's: an instance behind a reverse proxy also listens
 * on loopback.
 */
export function showsOutbox({ localDemo, demoDay, publicUrl }: OutboxSetting): boolean {
  return localDemo && demoDay !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(publicUrl).hostname);
}
