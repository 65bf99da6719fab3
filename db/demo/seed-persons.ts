import type { Grant } from '#app/access/actor.ts';
import { createPerson, grantRole } from '#app/features/accounts/public.server.ts';
import type { ContactKind, PersonName } from '#app/features/accounts/public.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { named } from './person-names.ts';

/** What the roles of the demo's people are over. */
export type DemoScopes = {
  editionId: string;
  coreCommitteeId: string;
  organisationId: (ref: OrganisationRef) => Promise<string | null>;
};

type DemoPerson = {
  /** Who this is, for the list that a start prints. */
  as: string;
  mailbox: string;
  name: PersonName;
  lang: Locale;
  at: OrganisationRef | null;
  title: Partial<Record<Locale, string>>;
  kind: ContactKind | null;
  grant: (scopes: { organisationId: string; editionId: string; coreCommitteeId: string }) => Grant;
};

const organisation = (kind: string, code: string): OrganisationRef => ({ system: 'LOCAL', kind, code });
const commune = (code: string): OrganisationRef => ({ system: 'COG', kind: 'commune', code });

const editor = ({ organisationId }: { organisationId: string }): Grant => ({ role: 'authority-editor', organisationId });
const reader = ({ organisationId }: { organisationId: string }): Grant => ({ role: 'authority-reader', organisationId });

/** The people with whom one tries the demo: invented, at real organisations, with mailboxes in a reserved domain. */
export const DEMO_PERSONS: readonly DemoPerson[] = [
  {
    as: 'instance administrator',
    mailbox: 'admin@entente.example',
    name: named('Camille', 'VERDIER'),
    ...{ lang: 'fr', at: null, title: {}, kind: null, grant: () => ({ role: 'instance-admin' }) },
  },
  {
    as: 'network secretariat, French side (Cités Unies France)',
    mailbox: 'japon@cuf.example',
    name: named('Maëlle', 'KERVRAN'),
    ...{ lang: 'fr', at: organisation('network', 'cuf'), kind: 'technical', grant: () => ({ role: 'secretariat', side: 'FR' }) },
    title: { fr: 'Chargée de mission Japon', en: 'Japan desk officer', ja: '日本担当' },
  },
  {
    as: 'network secretariat, Japanese side (CLAIR Paris)',
    mailbox: 'takase@clair-paris.example',
    name: named('Naoto', 'TAKASE', ['高瀬', '直人', 'タカセ', 'ナオト']),
    ...{ lang: 'ja', at: organisation('network', 'clair-paris'), kind: 'technical', grant: () => ({ role: 'secretariat', side: 'JP' }) },
    title: { ja: '所長補佐', fr: 'Assistant du directeur général', en: 'Assistant to the director general' },
  },
  {
    as: 'host team of the 9th edition (Cannes)',
    mailbox: 'rencontres@cannes.example',
    name: named('Yann', 'DELAUNAY'),
    ...{ lang: 'fr', at: commune('06029'), kind: 'technical', grant: ({ editionId }) => ({ role: 'host-team', editionId }) },
    title: { fr: 'Chef de projet des Rencontres', en: 'Project manager of the meeting', ja: '交流会議プロジェクト責任者' },
  },
  {
    as: 'member of the French core committee (Embassy of Japan)',
    mailbox: 'miura@ambassade-japon.example',
    name: named('Yuka', 'MIURA', ['三浦', '由佳', 'ミウラ', 'ユカ']),
    ...{ lang: 'ja', at: organisation('embassy', 'jp-embassy-fr'), kind: 'technical' },
    title: { ja: '二等書記官', fr: 'Deuxième secrétaire', en: 'Second secretary' },
    grant: ({ coreCommitteeId }) => ({ role: 'committee-member', committeeId: coreCommitteeId }),
  },
  {
    as: 'officer of Bordeaux, who enters',
    mailbox: 'international@bordeaux.example',
    name: named('Solène', 'CASTAGNET'),
    ...{ lang: 'fr', at: commune('33063'), kind: 'technical', grant: editor },
    title: { fr: 'Responsable des relations internationales', en: 'Head of international relations', ja: '国際交流課長' },
  },
  {
    as: 'officer of Tours, who enters',
    mailbox: 'international@tours.example',
    name: named('Ysé', 'BRISSEAU'),
    ...{ lang: 'fr', at: commune('37261'), kind: 'technical', grant: editor },
    title: { fr: 'Chargée des jumelages', en: 'Twinning officer', ja: '姉妹都市担当' },
  },
  {
    as: 'officer of Fukuoka, who enters, in Japanese',
    mailbox: 'kokusai@fukuoka.example',
    name: named('Haruto', 'SHIMAZOE', ['島添', '悠斗', 'シマゾエ', 'ハルト']),
    ...{ lang: 'ja', at: { system: 'JIS', kind: 'city', code: '401307' }, kind: 'technical', grant: editor },
    title: { ja: '国際交流課係長', fr: 'Chef de section, relations internationales', en: 'Section head, international relations' },
  },
  {
    as: 'officer of Nancy, who reads (a mailbox of two people)',
    mailbox: 'international@nancy.example',
    name: named('Hugo', 'LEMOINE'),
    ...{ lang: 'fr', at: commune('54395'), kind: 'technical', grant: reader },
    title: { fr: 'Chargé de coopération décentralisée', en: 'Decentralised cooperation officer', ja: '自治体間交流担当' },
  },
  {
    as: 'deputy mayor of Nancy, who reads (the same mailbox)',
    mailbox: 'international@nancy.example',
    name: named('Odile', 'FERRAND'),
    ...{ lang: 'fr', at: commune('54395'), kind: 'elected', grant: reader },
    title: { fr: 'Adjointe au Maire', en: 'Deputy mayor', ja: '副市長' },
  },
];

/** Records the demo's people and grants their roles, by the use cases that everybody goes through. To be called once. */
export async function seedDemoPersons(ctx: Ctx, scopes: DemoScopes): Promise<void> {
  const { editionId, coreCommitteeId } = scopes;
  for (const person of DEMO_PERSONS) {
    const organisationId = person.at ? await scopes.organisationId(person.at) : null;
    if (person.at && !organisationId) throw new Error(`the registry lacks ${person.at.kind} ${person.at.code}`);
    const term = { from: partialDate('2025'), until: null, contactKind: person.kind, source: 'demo' };
    const personId = granted(
      await createPerson(ctx, {
        facts: { ...person.name, civility: null, preferredLang: person.lang },
        mailboxes: [person.mailbox],
        ...(organisationId ? { function: { organisationId, title: localised(person.lang, person.title), ...term } } : {}),
      }),
    );
    const grant = person.grant({ organisationId: organisationId ?? '', editionId, coreCommitteeId });
    granted(await grantRole(ctx, { personId, grant, committeeSides: ['FR'] }));
  }
}

/** How to sign in as each of the demo's people, one a line. */
export function demoSignIns(): string[] {
  const width = Math.max(...DEMO_PERSONS.map(({ mailbox }) => mailbox.length));
  return DEMO_PERSONS.map(({ mailbox, as }) => `  ${mailbox.padEnd(width)}  ${as}`);
}
