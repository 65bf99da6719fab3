import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';

/** `main`: the one action of the page; `quiet`: the others; `bare`: like a link; `danger`: what cannot be taken back. */
export type ButtonTone = 'main' | 'quiet' | 'bare' | 'danger';

type Look = {
  tone?: ButtonTone | undefined;
  small?: boolean | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

const buttonClass = ({ tone = 'main', small }: Look) => classes('button', tone !== 'main' && `button-${tone}`, small && 'button-small');

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** The form it submits, when it stands outside it. */
  form?: string | undefined;
  formAction?: string | undefined;
  disabled?: boolean | undefined;
  /** Submits without the browser's own checks: “save the draft”. */
  formNoValidate?: boolean | undefined;
};

/** A button that submits its form; several in one form tell themselves apart by `name` and `value`. */
export function Button(props: ButtonProps): ReactNode {
  const { type = 'submit', name, value, form, formAction, disabled, formNoValidate, icon, children } = props;
  return (
    <button className={buttonClass(props)} {...{ type, name, value, form, formAction, disabled, formNoValidate }}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. `download` for files. */
export function ButtonLink(
  props: Look & {
    href: string;
    download?: boolean | undefined;
    hrefLang?: string | undefined;
  },
): ReactNode {
  const { href, download, hrefLang, icon, children } = props;
  return (
    <a className={buttonClass(props)} href={href} download={download || undefined} hrefLang={hrefLang}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** `a` and `b` are the two sides of a meeting; the others are states, each with its own sign. */
export type TagTone = 'plain' | 'a' | 'b' | 'ok' | 'wait' | 'late' | 'info' | 'pinned' | 'draft';

const TAG_ICONS: Partial<Record<TagTone, IconName>> = {
  ok: 'check',
  wait: 'clock',
  late: 'alert',
  info: 'info',
  pinned: 'pin',
  draft: 'pencil',
};

/** A state in a word, with a sign that differs in shape, so that colour is never alone. */
export function Tag({
  tone = 'plain',
  lang,
  children,
}: {
  tone?: TagTone | undefined;
  lang?: string | undefined;
  children: ReactNode;
}): ReactNode {
  const icon = TAG_ICONS[tone];
  return (
    <span className={classes('tag', tone !== 'plain' && `tag-${tone}`)} lang={lang}>
      {icon && <Icon name={icon} />}
      {(tone === 'a' || tone === 'b') && <SideMark side={tone} />}
      <span>{children}</span>
    </span>
  );
}

/** One of the two sides of a meeting, or both together. */
export type Side = 'a' | 'b' | 'both';

/** The dot of a side. Side A is a disc, side B a diamond, both a disc and a diamond halved: they part in grey as well. */
export function SideMark({ side, label }: { side: Side; label?: string | undefined }): ReactNode {
  return (
    <>
      <svg className="side" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {side === 'a' && <circle className="side-a" cx="6" cy="6" r="5.4" />}
        {side === 'b' && <path className="side-b" d="M6 0 12 6 6 12 0 6Z" />}
        {side === 'both' && <path className="side-a" d="M5.4.6a5.4 5.4 0 0 0 0 10.8Z" />}
        {side === 'both' && <path className="side-b" d="M6.6 0 12 6 6.6 12Z" />}
      </svg>
      {label && <span className="hidden-text">{label} </span>}
    </>
  );
}

/** What the dots mean, in words: to be put beside every picture that uses them. */
export function SideLegend({ items }: { items: readonly { side: Side; label: ReactNode }[] }): ReactNode {
  return (
    <ul className="legend">
      {items.map(({ side, label }) => (
        <li key={side} className="side-label">
          <SideMark side={side} />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
