import { expect, it } from 'vitest';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { readPerson } from '#app/features/accounts/use-cases/read-person.server.ts';
import { givenMeeting } from '#app/features/committees/testing/given.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { registerScopeNames } from './features/accounts/public.server.ts';
import { scopeNames } from './scope-names.ts';

const database = useTestDatabase();

it('names the edition and the committee that a role is over, in the reader’s language, and no unknown one', async () => {
  registerScopeNames(scopeNames);
  const { db } = database.connection;
  const { editionId, committeeId } = await givenMeeting(db);
  const personId = await makePerson(db, {
    grants: [
      { grant: { role: 'host-team', editionId } },
      { grant: { role: 'committee-member', committeeId }, sides: ['FR'] },
      { grant: { role: 'committee-member', committeeId: newId() }, sides: ['FR'] },
      { grant: { role: 'secretariat', side: 'FR' } },
    ],
  });
  const read = await readPerson({ ...database.ctx(actingAs(personId)), locale: 'ja' }, personId);
  expect(read.ok && read.value.roles?.map(({ over }) => over)).toEqual([
    { text: '第9回交流会議', lang: 'ja' },
    { text: 'COPIL large · 9es Rencontres', lang: 'fr' },
    null,
    null,
  ]);
});
