import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import { Icon, Mark } from './icons.tsx';
import { DeskNav, type LanguageLink, LanguageSwitch, type NavGroup, type NavItem, SiteNav } from './nav.tsx';

/** The words of the frame, in the language of the page. */
export type ShellLabels = {
  /** The skip link: “Go to the content”. */
  skip: string;
  /** The name of the main navigation. */
  nav: string;
  /** The button that unfolds the navigation on narrow screens. */
  menu: string;
  /** The name of the language switch. */
  languages: string;
};

/** The first link of a page: jumps over the frame to `#content`, the `main` of both shells. */
export function SkipLink({ label }: { label: string }): ReactNode {
  return (
    <a className="skip-link" href="#content">
      {label}
    </a>
  );
}

type Brand = { text: ReactNode; href: string; lang?: string | undefined };

function BrandLink({ brand }: { brand: Brand }): ReactNode {
  return (
    <a className="brand" href={brand.href} lang={brand.lang}>
      <Mark />
      <span>{brand.text}</span>
    </a>
  );
}

function Fold({ label, slim, children }: { label: string; slim?: boolean; children: ReactNode }): ReactNode {
  return (
    <details className={classes('fold', slim && 'fold-slim')}>
      <summary>
        <Icon name="menu" />
        {label}
      </summary>
      <div className="fold-panel">{children}</div>
    </details>
  );
}

export type PublicShellProps = {
  brand: Brand;
  nav: readonly NavItem[];
  languages: readonly LanguageLink[];
  labels: ShellLabels;
  /** Shown above the header: the demo's date, an outage. */
  banner?: ReactNode;
  /** At the end of the header: “Sign in”. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of a public page, from the skip link to the footer, to be put straight into `body`. The navigation is written twice, once
 * inside a disclosure for narrow screens: one of the two is always out of display, so that both work without script.
 */
export function PublicShell({ brand, nav, languages, labels, banner, actions, footer, children }: PublicShellProps): ReactNode {
  return (
    <div className="public">
      <SkipLink label={labels.skip} />
      {banner && (
        <aside className="banner">
          <div className="wrap">{banner}</div>
        </aside>
      )}
      <header className="site-header">
        <div className="wrap site-header-row">
          <BrandLink brand={brand} />
          {nav.length > 0 && (
            <div className="unfolded">
              <SiteNav label={labels.nav} items={nav} />
            </div>
          )}
          <LanguageSwitch label={labels.languages} languages={languages} />
          {actions && <div className="header-actions">{actions}</div>}
          {(nav.length > 0 || actions) && (
            <Fold label={labels.menu} slim={nav.length === 0}>
              {nav.length > 0 && <SiteNav label={labels.nav} items={nav} />}
              {actions && <div className="header-actions">{actions}</div>}
            </Fold>
          )}
        </div>
      </header>
      <main id="content" className="wrap" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <footer className="site-footer">
          <div className="wrap">{footer}</div>
        </footer>
      )}
    </div>
  );
}

export type DeskShellProps = {
  brand: Brand;
  /** What the side navigation is about: the edition, the authority. */
  context?: ReactNode;
  groups: readonly NavGroup[];
  languages: readonly LanguageLink[];
  labels: ShellLabels;
  /** Who is signed in, and the way out. */
  user?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of a desk: a bar, a side navigation that folds on narrow screens, dense content. To be put straight into `body`. */
export function DeskShell({ brand, context, groups, languages, labels, user, banner, children }: DeskShellProps): ReactNode {
  const navigation = <DeskNav label={labels.nav} context={context} groups={groups} />;
  return (
    <div className="desk">
      <SkipLink label={labels.skip} />
      {banner && <aside className="banner">{banner}</aside>}
      <header className="desk-bar">
        <BrandLink brand={brand} />
        <LanguageSwitch label={labels.languages} languages={languages} />
        {user && <div className="desk-user">{user}</div>}
        <Fold label={labels.menu}>
          {navigation}
          {user && <div className="desk-user">{user}</div>}
        </Fold>
      </header>
      <div className="desk-side">{navigation}</div>
      <main id="content" className="desk-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** A menu that opens without script: who is signed in, actions on a row. Items are links or small forms, given as list items' content. */
export function Menu({ label, items }: { label: ReactNode; items: readonly { key: string; content: ReactNode }[] }): ReactNode {
  return (
    <details className="menu">
      <summary>
        {label}
        <Icon name="down" />
      </summary>
      <ul className="menu-items">
        {items.map((item) => (
          <li key={item.key}>{item.content}</li>
        ))}
      </ul>
    </details>
  );
}
