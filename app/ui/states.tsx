import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import { fieldId } from './field.tsx';
import { HiddenValues } from './forms.tsx';
import { Icon, type IconName, Mark } from './icons.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const NOTICE_ICONS: Record<NoticeTone, IconName> = {
  info: 'info',
  success: 'done',
  warning: 'alert',
  error: 'stop',
};

/**
 * Something the page says about itself. `live` for what has just happened (the result of a form): announced without moving the
 * focus, errors at once.
 */
export function Notice(props: {
  tone?: NoticeTone | undefined;
  title?: ReactNode;
  live?: boolean | undefined;
  children?: ReactNode;
}): ReactNode {
  const { tone = 'info', title, live, children } = props;
  return (
    <div
      className={classes('notice', tone !== 'info' && `notice-${tone}`)}
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon name={NOTICE_ICONS[tone]} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}

/** One error of a form: the field's name (or its `id`), and the same words as beside the field. */
export type FieldError = {
  name: string;
  id?: string | undefined;
  message: string;
};

/** The errors of a form, over it, each leading to its field. It takes the focus when the page opens; nothing without errors. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }): ReactNode {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what is wrong
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.name} ${error.message}`}>
            <a href={`#${fieldId(error)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where there is nothing yet: why, and what to do next. Never an empty page. */
export function EmptyState({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <Mark />
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}

export type WorkingProps = {
  label: string;
  /** How far, in the same unit as `max`; without it the bar only says that work goes on. */
  value?: number | undefined;
  max?: number | undefined;
  /** The same in words: “230 of 412 rows”. */
  detail?: ReactNode;
  /** The way to cancel, or a word that the page can be left. */
  children?: ReactNode;
};

/** Long work under way. The page may be left and found again: reload it, or let a small script do so. */
export function Working({ label, value, max, detail, children }: WorkingProps): ReactNode {
  return (
    <div className="working" role="status">
      <p className="working-head">
        <span>{label}</span>
        {detail && <span className="num">{detail}</span>}
      </p>
      <progress aria-label={label} value={value} max={max} />
      {children && <div>{children}</div>}
    </div>
  );
}

/** One step of a procedure. */
export type Step = { key: string; label: ReactNode; href?: string | undefined };

/** Where one stands in a procedure of a few pages. `labels` say in words what the signs show. */
export function Steps(props: {
  label: string;
  steps: readonly Step[];
  current: string;
  labels: { done: string; current: string };
}): ReactNode {
  const at = props.steps.findIndex((step) => step.key === props.current);
  return (
    <ol className="steps" aria-label={props.label}>
      {props.steps.map((step, index) => {
        const done = index < at;
        return (
          <li key={step.key} className={done ? 'step-done' : undefined} aria-current={index === at ? 'step' : undefined}>
            {done ? <Icon name="check" /> : <span className="step-number num">{index + 1}</span>}
            <span>
              {done && step.href ? <a href={step.href}>{step.label}</a> : step.label}
              {index <= at && <span className="hidden-text"> ({done ? props.labels.done : props.labels.current})</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

export type ConfirmFormProps = {
  /** The question, as the page's title: “Withdraw the import?” */
  title: ReactNode;
  action?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  /** What will happen, one fact a line. */
  consequences?: readonly { key: string; content: ReactNode }[] | undefined;
  /** The buttons, the one that confirms first, and a link that leads back. */
  buttons: ReactNode;
  children?: ReactNode;
};

/** A page that asks before something hard to reverse: what will happen to whom, then a button and a way back. */
export function ConfirmForm({ title, action, hidden = {}, consequences = [], buttons, children }: ConfirmFormProps): ReactNode {
  return (
    <form className="confirm" method="post" action={action}>
      <HiddenValues values={hidden} />
      <h1>{title}</h1>
      {consequences.length > 0 && (
        <ul className="confirm-facts">
          {consequences.map(({ key, content }) => (
            <li key={key}>{content}</li>
          ))}
        </ul>
      )}
      {children}
      <div className="form-actions">{buttons}</div>
    </form>
  );
}
