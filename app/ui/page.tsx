import type { ReactNode } from 'react';

import { classes } from './classes.ts';

/** A title in another language than the page, under the main one. */
export type Alternate = { lang: string; text: ReactNode };

export type PageHeadProps = {
  title: ReactNode;
  /** Set where the title is not in the page's language. */
  titleLang?: string | undefined;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  alternates?: readonly Alternate[] | undefined;
  actions?: ReactNode;
  /** The large opening of a public page. */
  display?: boolean | undefined;
  children?: ReactNode;
};

/** The head of a page: its only `h1`, what stands over and under it, and the page's main actions. */
export function PageHead({ title, titleLang, eyebrow, lead, alternates = [], actions, display, children }: PageHeadProps): ReactNode {
  return (
    <div className={classes('page-head', display && 'page-head-display')}>
      <div className="page-head-text">
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1 lang={titleLang}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {alternates.length > 0 && (
          <p className="alternates">
            {alternates.map(({ lang, text }) => (
              <span key={lang} lang={lang}>
                {text}
              </span>
            ))}
          </p>
        )}
        {children}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  );
}

export type SectionProps = {
  /** The anchor of the section; its heading takes `{id}-title`, by which the region is named. */
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Public pages: content below the title instead of beside it. */
  wide?: boolean | undefined;
  children: ReactNode;
};

/** A titled part of a page; on wide public pages the title stands in the margin. */
export function Section({ id, title, lead, actions, wide, children }: SectionProps): ReactNode {
  return (
    <section id={id} className={classes('section', wide && 'section-wide')} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {lead && <p>{lead}</p>}
        {actions && <div className="cluster">{actions}</div>}
      </div>
      <div className="section-body">{children}</div>
    </section>
  );
}

/** A sheet with an edge, for boards and forms; `meta` stands at the end of its head. */
export function Panel({ title, meta, children }: { title?: ReactNode; meta?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className="panel">
      {title && (
        <div className="panel-head">
          <h3>{title}</h3>
          {meta && <p className="panel-meta num">{meta}</p>}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </div>
  );
}

/** One entry of a list: a title that may be a link, a line of text, tags, something at the end of the line. */
export type Entry = {
  key: string;
  title: ReactNode;
  href?: string | undefined;
  text?: ReactNode;
  tags?: ReactNode;
  aside?: ReactNode;
  /** For numbered lists: the printed number, where it is not simply the order. */
  number?: ReactNode;
};

/** Entries between rules: workshops (numbered), editions, results. Titles are `h3`: put the list under a section's `h2`. */
export function Entries({ items, numbered }: { items: readonly Entry[]; numbered?: boolean | undefined }): ReactNode {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={classes('entries', numbered && 'entries-numbered')}>
      {items.map((item, index) => (
        <li key={item.key}>
          {numbered && (
            <span className="entry-number num" aria-hidden="true">
              {item.number ?? index + 1}
            </span>
          )}
          <div className="entry-body">
            <h3>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</h3>
            {item.text && <p className="entry-text">{item.text}</p>}
            {item.tags && <div className="tags">{item.tags}</div>}
          </div>
          {item.aside && <div className="entry-aside">{item.aside}</div>}
        </li>
      ))}
    </List>
  );
}

/** One moment: when (a {@link DateRun}), what, and what stands at the end of the line. */
export type TimelineEntry = {
  key: string;
  when: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  tags?: ReactNode;
  aside?: ReactNode;
};

/** Moments in their order: a day of a programme, meetings, deadlines; their titles are headings below those of a day, or of a section (`level` 3). */
export function Timeline({ items, level = 4 }: { items: readonly TimelineEntry[]; level?: 3 | 4 }): ReactNode {
  const Title = `h${level}` as const;
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key}>
          <div className="timeline-when num">{item.when}</div>
          <div className="timeline-body">
            <Title className="timeline-title">{item.title}</Title>
            {item.text && <p className="timeline-text">{item.text}</p>}
            {item.tags && <div className="tags">{item.tags}</div>}
          </div>
          {item.aside && <div className="timeline-aside">{item.aside}</div>}
        </li>
      ))}
    </ol>
  );
}
