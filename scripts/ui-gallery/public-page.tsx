import type { ReactNode } from 'react';

import { ButtonLink, SideLegend, SideMark, Tag } from '../../app/ui/controls.tsx';
import { Facts } from '../../app/ui/figures.tsx';
import { Entries, PageHead, Section, Timeline } from '../../app/ui/page.tsx';
import { DateRun, LocalisedRun, Ordinals, Run } from '../../app/ui/text.tsx';
import { Frame, type PageProps } from './frame.tsx';
import { WORDS as W, words } from './words.ts';

const ALTERNATES = (['fr', 'en', 'ja'] as const).map((lang) => ({
  lang,
  text: W.theme[lang],
}));

/** The public page of an edition, as the site would compose it. */
export function PublicPage({ locale, page }: PageProps): ReactNode {
  const w = words(locale);
  return (
    <Frame locale={locale} page={page}>
      <PageHead
        display
        eyebrow={w(W.series)}
        title={<Ordinals text={w(W.theme)} lang={locale} />}
        lead={w(W.lead)}
        alternates={ALTERNATES.filter(({ lang }) => lang !== locale)}
      />
      <Facts
        items={[
          {
            key: 'dates',
            label: w(W.dates),
            value: <DateRun value="2026-10-21/2026-10-24">{w(W.datesValue)}</DateRun>,
          },
          {
            key: 'host',
            label: w(W.host),
            value: w(W.cannes),
            note: w(W.afterShizuoka),
          },
          {
            key: 'authorities',
            label: w(W.authorities),
            value: '31 + 14',
            note: w(W.atStudy),
          },
          { key: 'next', label: w(W.next), value: '2028', note: w(W.inJapan) },
        ]}
      />
      <Section id="workshops" title={w(W.workshops)}>
        <Entries
          numbered
          items={[
            {
              key: '1',
              title: w(W.w1),
              text: w(W.w1Text),
              tags: <Tag tone="wait">{w(W.chairNeeded)}</Tag>,
            },
            {
              key: '2',
              title: w(W.w2),
              href: '#workshops',
              text: (
                <LocalisedRun
                  value={{
                    text: W.w2Text.fr,
                    lang: 'fr',
                    fallback: locale !== 'fr',
                  }}
                  labels={{ untranslated: w(W.untranslated) }}
                />
              ),
              tags: [
                <Tag key="a" tone="a">
                  Bordeaux
                </Tag>,
                <Tag key="b" tone="b" lang="ja">
                  福岡市
                </Tag>,
              ],
            },
          ]}
        />
      </Section>
      <Section id="programme" title={w(W.programme)} lead={w(W.venueTime)}>
        <div className="stack">
          <h3>{w(W.friday)}</h3>
          <Timeline
            items={[
              {
                key: 'a',
                when: <DateRun value="08:30">8:30</DateRun>,
                title: w(W.plenary),
                text: w(W.ambassadors),
                tags: <Tag>{w(W.everyone)}</Tag>,
              },
              {
                key: 'b',
                when: <DateRun value="09:30">9:30–12:00</DateRun>,
                title: w(W.parallel),
                text: w(W.auditoriums),
                tags: [
                  <Tag key="ok" tone="ok">
                    {w(W.seats)}
                  </Tag>,
                  <Tag key="wait" tone="wait">
                    {w(W.waiting)}
                  </Tag>,
                ],
                aside: (
                  <ButtonLink href="#programme" tone="bare" small icon="calendar">
                    ICS
                  </ButtonLink>
                ),
              },
            ]}
          />
        </div>
      </Section>
      <Section id="authorities" title={w(W.authorities)} lead="31 + 14">
        <div className="stack">
          <SideLegend
            items={[
              { side: 'a', label: w(W.sideA) },
              { side: 'b', label: w(W.sideB) },
            ]}
          />
          <ul className="columns">
            {['Bordeaux', 'Cannes', 'Compiègne', 'Nancy'].map((name) => (
              <li key={name} className="side-label">
                <SideMark side="a" label={w(W.sideA)} />
                <Run lang="fr">{name}</Run>
              </li>
            ))}
            {['静岡市', '高松市', '金沢市'].map((name) => (
              <li key={name} className="side-label">
                <SideMark side="b" label={w(W.sideB)} />
                <Run lang="ja">{name}</Run>
              </li>
            ))}
          </ul>
        </div>
      </Section>
    </Frame>
  );
}
