import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { safeError } from './log.ts';

it('logs a failed query without the values it failed on', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
    detail: 'Key (normalised)=(secret@x.example) already exists.',
  });
  const logged = safeError(
    new DrizzleQueryError('insert into person_mailboxes values ($1, $2)', ['secret@x.example', 'Multi\n    at secret (secret:1)'], cause),
  );
  const text = JSON.stringify(logged);
  expect(text).not.toContain('secret');
  expect(text).toContain('insert into person_mailboxes');
  expect(text).toContain('log.test.ts');
  expect(JSON.stringify(safeError(cause))).not.toContain('secret');
});
