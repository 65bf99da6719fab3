import { createPerson } from '#app/features/accounts/public.server.ts';
import type { ContactKind, PersonName } from '#app/features/accounts/public.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import type { FormContact } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { city, commune, epci, region } from './participants.ts';
import { named } from './person-names.ts';

type DemoContact = {
  at: OrganisationRef;
  name: PersonName;
  lang: Locale;
  kind: ContactKind;
  title: Partial<Record<Locale, string>>;
  mailbox: string;
  /** As the person signs; left out where it is not known. */
  civility?: string;
};

/** A contact as recorded. */
export type SeededContact = { personId: string; at: OrganisationRef };

const INTERNATIONAL = { fr: 'Responsable des relations internationales', en: 'Head of international relations', ja: '国際交流担当課長' };
const DEPUTY_MAYOR = {
  fr: 'Adjointe aux relations internationales',
  en: 'Deputy mayor for international relations',
  ja: '国際関係担当副市長',
};
const INTERNATIONAL_DIVISION = { ja: '国際課主査', fr: 'Cadre du service international', en: 'Officer, international division' };

/** People to write to at some of the authorities on the list: invented, with mailboxes in a reserved domain. */
export const DEMO_CONTACTS: readonly DemoContact[] = [
  {
    ...{ at: commune('33063'), lang: 'fr', kind: 'elected', mailbox: 'r.mestadier@bordeaux.example', title: DEPUTY_MAYOR },
    ...{ name: named('Rosalie', 'MESTADIER'), civility: 'Madame' },
  },
  {
    ...{ at: commune('60159'), lang: 'fr', kind: 'technical', mailbox: 'jumelages@compiegne.example', title: INTERNATIONAL },
    name: named('Étienne', 'VAUGARNY'),
  },
  {
    ...{ at: region('76'), lang: 'fr', kind: 'technical', mailbox: 'm.roquebrun@occitanie.example', title: INTERNATIONAL },
    ...{ name: named('Mathilde', 'ROQUEBRUN'), civility: 'Madame' },
  },
  {
    ...{ at: region('76'), lang: 'fr', kind: 'cabinet', mailbox: 'cabinet@occitanie.example', name: named('Ilan', 'SAUVETERRE') },
    title: { fr: 'Conseiller diplomatique', en: 'Diplomatic adviser', ja: '外交顧問' },
  },
  {
    ...{ at: commune('13001'), lang: 'fr', kind: 'technical', mailbox: 'cooperation@aix-en-provence.example', title: INTERNATIONAL },
    ...{ name: named('Bastien', 'ARNOUX-DELIGNY'), civility: 'Monsieur' },
  },
  {
    ...{ at: commune('67482'), lang: 'fr', kind: 'technical', mailbox: 'e.hollweg@strasbourg.example', title: INTERNATIONAL },
    name: named('Élise', 'HOLLWEG'),
  },
  {
    ...{ at: epci('243500139'), lang: 'fr', kind: 'technical', mailbox: 'g.lestrohan@rennes-metropole.example', title: INTERNATIONAL },
    name: named('Gwendal', 'LESTROHAN'),
  },
  {
    ...{ at: commune('58194'), lang: 'fr', kind: 'technical', mailbox: 'jumelages@nevers.example', title: INTERNATIONAL },
    name: named('Prune', 'DAVIGNOT'),
  },
  {
    ...{
      at: city('401307'),
      lang: 'ja',
      kind: 'elected',
      mailbox: 'fukushicho@fukuoka.example',
      name: named('Tetsuya', 'MIZUSAKI', ['水崎', '哲也', 'ミズサキ', 'テツヤ']),
    },
    title: { ja: '副市長', fr: 'Adjoint au maire', en: 'Deputy mayor' },
  },
  {
    ...{
      at: city('221007'),
      lang: 'ja',
      kind: 'technical',
      mailbox: 'kokusai@shizuoka.example',
      name: named('Ayane', 'KATSUMURA', ['勝村', '彩音', 'カツムラ', 'アヤネ']),
    },
    title: INTERNATIONAL_DIVISION,
  },
  {
    ...{
      at: city('431001'),
      lang: 'ja',
      kind: 'technical',
      mailbox: 'koryu@kumamoto.example',
      name: named('Ryohei', 'ITONAGA', ['糸永', '亮平', 'イトナガ', 'リョウヘイ']),
    },
    title: INTERNATIONAL_DIVISION,
  },
  {
    ...{
      at: city('172014'),
      lang: 'ja',
      kind: 'technical',
      mailbox: 'kokusai@kanazawa.example',
      name: named('Shiori', 'TANABE', ['田辺', '詩織', 'タナベ', 'シオリ']),
    },
    title: INTERNATIONAL_DIVISION,
  },
  {
    ...{
      at: city('372013'),
      lang: 'ja',
      kind: 'technical',
      mailbox: 'toshikoryu@takamatsu.example',
      name: named('Kazuki', 'OGURI', ['小栗', '一樹', 'オグリ', 'カズキ']),
    },
    title: INTERNATIONAL_DIVISION,
  },
  {
    ...{
      at: city('072052'),
      lang: 'ja',
      kind: 'technical',
      mailbox: 'kikaku@shirakawa.example',
      name: named('Midori', 'SUGAWARA', ['菅原', '美登里', 'スガワラ', 'ミドリ']),
    },
    title: { ja: '企画政策課主任', fr: 'Cadre du service de la stratégie', en: 'Officer, planning division' },
  },
];

/** The people whom an authority names in its form. */
export function formContactsOf({ system, kind, code }: OrganisationRef): FormContact[] {
  return DEMO_CONTACTS.filter(({ at }) => at.system === system && at.kind === kind && at.code === code).map((contact) => {
    const { nativeFamilyName, nativeGivenName, givenName, familyName } = contact.name;
    return {
      name: nativeFamilyName ? `${nativeFamilyName} ${nativeGivenName}` : `${givenName} ${familyName}`,
      title: contact.title[contact.lang] ?? '',
      ...{ mailbox: contact.mailbox, phone: '', kind: contact.kind },
    };
  });
}

/** Records these people with their functions; they hold no role and sign in to nothing. To be called once. */
export async function seedDemoContacts(
  ctx: Ctx,
  organisationId: (ref: OrganisationRef) => Promise<string | null>,
): Promise<SeededContact[]> {
  const seeded: SeededContact[] = [];
  for (const { at, name, lang, kind, title, mailbox, civility } of DEMO_CONTACTS) {
    const id = await organisationId(at);
    if (!id) throw new Error(`the registry lacks ${at.system} ${at.kind} ${at.code}`);
    const personId = granted(
      await createPerson(ctx, {
        facts: { ...name, civility: civility ?? null, preferredLang: lang },
        mailboxes: [mailbox],
        function: {
          ...{ organisationId: id, title: localised(lang, title), from: partialDate('2025'), until: null },
          ...{ contactKind: kind, source: 'demo' },
        },
      }),
    );
    seeded.push({ personId, at });
  }
  return seeded;
}
