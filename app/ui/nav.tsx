import type { ReactNode } from 'react';

import { classes } from './classes.ts';

/** One destination. `note` stands at the end of the line on desks (a count, a date); `late` gives it the tone of something overdue. */
export type NavItem = {
  href: string;
  label: ReactNode;
  current?: boolean | undefined;
  note?: ReactNode;
  late?: boolean | undefined;
};

function NavLinks({ items }: { items: readonly NavItem[] }): ReactNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <span>{item.label}</span>
            {item.note !== undefined && item.note !== null && (
              <span className={classes('nav-note num', item.late && 'nav-note-late')}>{item.note}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The pages of a site, in the header. `label` names the landmark. */
export function SiteNav({ label, items }: { label: string; items: readonly NavItem[] }): ReactNode {
  return (
    <nav className="site-nav" aria-label={label}>
      <NavLinks items={items} />
    </nav>
  );
}

/** A group of the desk's navigation; a group without a label comes first. */
export type NavGroup = {
  label?: string | undefined;
  items: readonly NavItem[];
};

/** The side navigation of a desk, by groups, under what it is about. `label` names the landmark. */
export function DeskNav({ label, context, groups }: { label: string; context?: ReactNode; groups: readonly NavGroup[] }): ReactNode {
  return (
    <nav className="desk-nav" aria-label={label}>
      {context && <p className="desk-context">{context}</p>}
      {groups.map((group) => (
        <div key={group.label ?? group.items[0]?.href}>
          {group.label && <h2>{group.label}</h2>}
          <NavLinks items={group.items} />
        </div>
      ))}
    </nav>
  );
}

/** Views of one subject, as links; the one shown carries `current`. `label` names the landmark. */
export function Tabs({ label, items }: { label: string; items: readonly NavItem[] }): ReactNode {
  return (
    <nav className="tabs" aria-label={label}>
      <NavLinks items={items} />
    </nav>
  );
}

/** The way back from a page to the start; the last item is the page itself and is no link. */
export function Breadcrumbs({
  label,
  items,
}: {
  label: string;
  items: readonly { label: ReactNode; href?: string | undefined }[];
}): ReactNode {
  return (
    <nav className="breadcrumbs" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a path have no other identity than their order
          <li key={index}>{item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** The same page in one language; `label` is the language's own name for itself (`Français`, `日本語`), `short` what the switch shows. */
export type LanguageLink = {
  locale: string;
  label: string;
  short?: string | undefined;
  href: string;
  current?: boolean | undefined;
};

/** The switch between the languages of a page. Each link says in which language it is and where it leads. */
export function LanguageSwitch({ label, languages }: { label: string; languages: readonly LanguageLink[] }): ReactNode {
  return (
    <nav className="languages" aria-label={label}>
      <ul>
        {languages.map(({ locale, label: name, short, href, current }) => (
          <li key={locale}>
            <a href={href} lang={locale} hrefLang={locale} aria-current={current ? 'true' : undefined} title={short ? name : undefined}>
              {short ? (
                <>
                  <span aria-hidden="true">{short}</span>
                  <span className="hidden-text">{name}</span>
                </>
              ) : (
                name
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
