import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import { Icon } from './icons.tsx';

/** What every field has. */
export type FieldBase = {
  name: string;
  label: ReactNode;
  /** Format, reason, example: read with the field. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; its presence marks the field as invalid. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** The words beside the label: “(optional)” or “(required)”; mark whichever is rarer in the form. */
  mark?: string | undefined;
  /** Only where one name occurs twice on a page. */
  id?: string | undefined;
  /** In a filter bar: takes the room that is left. */
  grow?: boolean | undefined;
};

/** The `id` of a field's control (for a group, of its first choice): where an error summary links to. */
export function fieldId({ name, id }: { name: string; id?: string | undefined }): string {
  return id ?? `field-${name.replace(/[^\w-]+/g, '-')}`;
}

const describedBy = (field: FieldBase): string | undefined => {
  const id = fieldId(field);
  return [field.error && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
};

/** The attributes that bind a control to its label, hint and error. */
export function controlProps(field: FieldBase) {
  return {
    id: fieldId(field),
    required: field.required || undefined,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': describedBy(field),
  };
}

type FrameProps = FieldBase & {
  /** Several controls under one question: a fieldset with a legend. */
  group?: boolean | undefined;
  /** The control brings its own label. */
  bare?: boolean | undefined;
  children: ReactNode;
};

/** Label, hint and error around a control, in the order in which they are read. Used by the fields of `forms.tsx`. */
export function FieldFrame(props: FrameProps): ReactNode {
  const { label, hint, error, mark, group, bare, grow, children } = props;
  const id = fieldId(props);
  const className = classes('field', error && 'field-invalid', grow && 'field-grow');
  const caption = (
    <>
      {label}
      {mark && <span className="field-mark"> {mark}</span>}
    </>
  );
  const notes = (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="stop" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset className={className} aria-describedby={describedBy(props)}>
        <legend className="field-label">{caption}</legend>
        {notes}
        {children}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      {!bare && (
        <label className="field-label" htmlFor={id}>
          {caption}
        </label>
      )}
      {bare && children}
      {notes}
      {!bare && children}
    </div>
  );
}
