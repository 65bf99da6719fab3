import type { FormHTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';

import { classes } from './classes.ts';
import { controlProps, type FieldBase, FieldFrame, fieldId } from './field.tsx';

export { fieldId } from './field.tsx';

type FormProps = Pick<FormHTMLAttributes<HTMLFormElement>, 'action' | 'encType' | 'id'> & {
  method?: 'post' | 'get' | undefined;
  /** Hidden values, sent with the form. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** Asks before the page is left while something typed is unsaved (with the script of `enhance/unsaved.ts`). */
  guardUnsaved?: boolean | undefined;
  /** Where the form is kept as a draft while one types (with the script of `enhance/autosave.ts`); put an `AutosaveStatus` into it. */
  autosave?: string | undefined;
  'aria-labelledby'?: string | undefined;
  children: ReactNode;
};

/** A form that works without script. The browser's own bubbles are off: errors come from the server, in the page's language. */
export function Form({ method = 'post', hidden = {}, guardUnsaved, autosave, children, ...rest }: FormProps): ReactNode {
  return (
    <form
      className="form"
      method={method}
      noValidate
      data-enhance={autosave ? 'autosave' : guardUnsaved ? 'unsaved' : undefined}
      data-autosave={autosave}
      {...rest}
    >
      <HiddenValues values={hidden} />
      {children}
    </form>
  );
}

/** Values that travel with a form without being shown. */
export function HiddenValues({ values }: { values: Readonly<Record<string, string>> }): ReactNode {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** The end of a form: its buttons, the main one first. */
export function FormActions({ children }: { children: ReactNode }): ReactNode {
  return <div className="form-actions">{children}</div>;
}

/** What the draft of a form is at, in words: read aloud quietly, empty without script. */
export function AutosaveStatus({ labels }: { labels: { saving: string; saved: string; failed: string; ended: string } }): ReactNode {
  const words = Object.fromEntries(Object.entries(labels).map(([state, label]) => [`data-${state}`, label]));
  return <p className="quiet" role="status" aria-live="polite" data-autosave-status="" {...words} />;
}

/** Fields that stand side by side where there is room: given and family name. */
export function FieldRow({ children }: { children: ReactNode }): ReactNode {
  return <div className="form-row">{children}</div>;
}

/** A titled group of fields of a long form. */
export function FieldGroup({ legend, children }: { legend: ReactNode; children: ReactNode }): ReactNode {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

type Width = { width?: 'short' | 'medium' | undefined };
const controlClass = ({ width }: Width) => classes('control', width && `control-${width}`);

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'defaultValue'
  | 'placeholder'
  | 'min'
  | 'max'
  | 'step'
  | 'maxLength'
  | 'pattern'
  | 'spellCheck'
  | 'readOnly'
>;

export type TextFieldProps = FieldBase &
  Width &
  InputAttributes & {
    type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local' | undefined;
    /** The language of what is typed: `ja` for a field of kana or kanji. */
    lang?: string | undefined;
  };

/** A one-line field: text, mailbox, number, date… with its label, hint and error bound to it. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    type = 'text',
    name,
    autoComplete,
    inputMode,
    defaultValue,
    placeholder,
    min,
    max,
    step,
    maxLength,
    pattern,
    spellCheck,
    readOnly,
  } = props;
  const plain = {
    type,
    name,
    autoComplete,
    inputMode,
    defaultValue,
    placeholder,
    min,
    max,
    step,
    maxLength,
    pattern,
    spellCheck,
    readOnly,
  };
  return (
    <FieldFrame {...props}>
      <input className={controlClass(props)} lang={props.lang} {...controlProps(props)} {...plain} />
    </FieldFrame>
  );
}

/** A day of the calendar, as `YYYY-MM-DD`. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'lang'>): ReactNode {
  return <TextField width="medium" {...props} type="date" />;
}

export type TextareaFieldProps = FieldBase & {
  rows?: number | undefined;
  defaultValue?: string | undefined;
  maxLength?: number | undefined;
  lang?: string | undefined;
  spellCheck?: boolean | undefined;
  readOnly?: boolean | undefined;
};

/** A field of several lines; it grows at the reader's will. */
export function TextareaField(props: TextareaFieldProps): ReactNode {
  const { name, rows = 6, defaultValue, maxLength, lang, spellCheck, readOnly } = props;
  return (
    <FieldFrame {...props}>
      <textarea className="control" {...controlProps(props)} {...{ name, rows, defaultValue, maxLength, lang, spellCheck, readOnly }} />
    </FieldFrame>
  );
}

/** One value of a choice. */
export type Option = {
  value: string;
  label: string;
  lang?: string | undefined;
  disabled?: boolean | undefined;
};

export type SelectFieldProps = FieldBase &
  Width & {
    options: readonly Option[];
    defaultValue?: string | undefined;
    placeholder?: string | undefined;
  };

/** One value among many, as a native list. `placeholder` is the empty first line. */
export function SelectField(props: SelectFieldProps): ReactNode {
  const { name, options, defaultValue, placeholder } = props;
  return (
    <FieldFrame {...props}>
      <select className={controlClass(props)} name={name} defaultValue={defaultValue ?? ''} {...controlProps(props)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, lang, disabled }) => (
          <option key={value} value={value} lang={lang} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export type FileFieldProps = FieldBase & {
  accept?: string | undefined;
  multiple?: boolean | undefined;
};

/** A file to send; its form needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps): ReactNode {
  return (
    <FieldFrame {...props}>
      <input className="control" type="file" name={props.name} accept={props.accept} multiple={props.multiple} {...controlProps(props)} />
    </FieldFrame>
  );
}

/** One of a group of choices, with an optional line under it. */
export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  lang?: string | undefined;
  disabled?: boolean | undefined;
};

export type ChoiceGroupProps = FieldBase & {
  choices: readonly Choice[];
  defaultValue?: string | readonly string[] | undefined;
  /** Several may be ticked: boxes instead of radio buttons. */
  multiple?: boolean | undefined;
  /** On one line, for two or three short answers. */
  inline?: boolean | undefined;
};

/** One choice among a few (radio buttons), or several (boxes); the legend is the question. */
export function ChoiceGroup(props: ChoiceGroupProps): ReactNode {
  const { name, choices, defaultValue = [], multiple, inline } = props;
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : defaultValue;
  const id = fieldId(props);
  return (
    <FieldFrame {...props} group>
      <div className={classes('choices', inline && 'choices-row')}>
        {choices.map(({ value, label, hint, lang, disabled }, index) => {
          const choiceId = index === 0 ? id : `${id}-${index + 1}`;
          const type = multiple ? 'checkbox' : 'radio';
          const required = (props.required && !multiple) || undefined;
          return (
            <div className="choice" key={value}>
              <input
                id={choiceId}
                {...{ type, name, value, disabled, required }}
                defaultChecked={chosen.includes(value)}
                aria-describedby={hint ? `${choiceId}-hint` : undefined}
              />
              <label htmlFor={choiceId} lang={lang}>
                {label}
              </label>
              {hint && (
                <p className="field-hint" id={`${choiceId}-hint`}>
                  {hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </FieldFrame>
  );
}

export type CheckboxProps = Omit<FieldBase, 'mark' | 'grow'> & {
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
};

/** One box to tick, with its label after it. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { name, label, value = 'yes', defaultChecked } = props;
  return (
    <FieldFrame {...props} bare>
      <div className="choice">
        <input type="checkbox" {...{ name, value, defaultChecked }} {...controlProps(props)} />
        <label htmlFor={fieldId(props)}>{label}</label>
      </div>
    </FieldFrame>
  );
}
