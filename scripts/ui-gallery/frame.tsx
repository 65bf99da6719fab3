import type { ReactNode } from 'react';

import { LOCALES, type Locale } from '../../app/lib/locale.ts';
import { DeskShell, Menu, PublicShell } from '../../app/ui/shell.tsx';
import { Ordinals } from '../../app/ui/text.tsx';
import { DESK as D, STATE as S } from './desk-words.ts';
import { WORDS as W, words } from './words.ts';

/** The page being rendered: its language, and its file name without the language. */
export type PageProps = { locale: Locale; page: string };

const NAMES = { fr: 'Français', en: 'English', ja: '日本語' } as const;
const SHORT = { fr: 'FR', en: 'EN', ja: undefined } as const;

function frameOf({ locale, page }: PageProps) {
  const w = words(locale);
  return {
    languages: LOCALES.map((l) => ({
      locale: l,
      label: NAMES[l],
      short: SHORT[l],
      href: `${page}-${l}.html`,
      current: l === locale,
    })),
    labels: {
      skip: w(W.skip),
      nav: w(W.nav),
      menu: w(W.menu),
      languages: w(W.languages),
    },
    brand: {
      text: <Ordinals text={w(W.brand)} lang={locale} />,
      href: `public-${locale}.html`,
    },
    banner: w(W.banner),
  };
}

/** The public frame of the sample pages. */
export function Frame({ children, ...at }: PageProps & { children: ReactNode }): ReactNode {
  const w = words(at.locale);
  const nav = [W.overview, W.programme, W.workshops, W.authorities, W.practical].map((label, index) => ({
    href: index === 0 ? `public-${at.locale}.html` : `#part-${index}`,
    label: w(label),
    current: index === 0,
  }));
  const footer = (
    <div className="footer-columns">
      <p>{w(W.footer)}</p>
      <ul>
        <li>
          <a href="#accessibility">{w(W.accessibility)}</a>
        </li>
        <li>
          <a href="#legal">{w(W.legal)}</a>
        </li>
      </ul>
    </div>
  );
  return (
    <PublicShell {...frameOf(at)} nav={nav} actions={<a href="#sign-in">{w(W.signIn)}</a>} footer={footer}>
      {children}
    </PublicShell>
  );
}

/** The desk frame of the sample pages. */
export function DeskFrame({ children, ...at }: PageProps & { children: ReactNode }): ReactNode {
  const w = words(at.locale);
  const link = (key: string, label: string, current = false) => ({
    href: `#${key}`,
    label,
    current,
  });
  return (
    <DeskShell
      {...frameOf(at)}
      context={w(D.context)}
      groups={[
        {
          items: [
            link('dashboard', w(D.dashboard)),
            { ...link('committees', w(D.committees)), note: w(D.march) },
            {
              ...link('deadlines', w(D.deadlines)),
              note: w(D.late),
              late: true,
            },
          ],
        },
        {
          label: w(D.preparation),
          items: [
            { ...link('intentions', w(D.intentions)), note: '31' },
            link('workshops', w(W.workshops), true),
            { ...link('translations', w(D.translations)), note: '12' },
          ],
        },
      ]}
      user={<Menu label={w(S.you)} items={[{ key: 'out', content: <a href="#out">{w(S.home)}</a> }]} />}
    >
      {children}
    </DeskShell>
  );
}
