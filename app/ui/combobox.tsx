import type { ReactNode } from 'react';

import { Button } from './controls.tsx';
import { controlProps, type FieldBase, FieldFrame, fieldId } from './field.tsx';

/** One proposal, as the address under `source` answers it. `href` is followed when chosen; else `value` is kept in the hidden field. */
export type ComboboxItem = {
  value: string;
  label: string;
  lang?: string;
  detail?: string;
  href?: string;
};

/** The answer of `source?q=…`: the proposals, and their number in words in the language of the page, read aloud. */
export type ComboboxAnswer = { items: ComboboxItem[]; status: string };

export type ComboboxProps = FieldBase & {
  /** The address that answers a {@link ComboboxAnswer} in JSON for `?q=`. */
  source: string;
  /** The hidden field that takes the chosen value; without it only the words are sent. */
  valueName?: string | undefined;
  defaultText?: string | undefined;
  defaultValue?: string | undefined;
  /** The button that searches without script. */
  submit: string;
  /** Keeps the button with script too: a search page, as against a field of a form. */
  keepSubmit?: boolean | undefined;
  placeholder?: string | undefined;
  lang?: string | undefined;
};

/**
 * A field that searches. Without script it is a plain field with a button: put it in a form whose page shows what was found.
 * With `enhance/combobox.ts` it proposes as one types (ARIA combobox, list popup).
 */
export function Combobox(props: ComboboxProps): ReactNode {
  const { name, source, valueName, defaultText, defaultValue, submit, keepSubmit, placeholder, lang } = props;
  const id = fieldId(props);
  return (
    <FieldFrame {...props}>
      <div className="combobox" data-enhance="combobox" data-source={source}>
        <div className="combobox-row">
          <input
            className="control"
            type="search"
            name={name}
            defaultValue={defaultText}
            autoComplete="off"
            {...{ placeholder, lang }}
            {...controlProps(props)}
          />
          <span className={keepSubmit ? undefined : 'combobox-submit-optional'}>
            <Button tone="quiet" icon="search">
              {submit}
            </Button>
          </span>
          <ul className="combobox-list" id={`${id}-list`} hidden />
        </div>
        {valueName && <input type="hidden" name={valueName} defaultValue={defaultValue ?? ''} data-combobox-value="" />}
        <p className="combobox-status" role="status" id={`${id}-status`} />
      </div>
    </FieldFrame>
  );
}
