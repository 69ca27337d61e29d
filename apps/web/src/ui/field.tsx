import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from "react";
import { useTranslation } from "#lib/translation.tsx";

export type FieldFrame = {
  readonly label: ReactNode;
  /** What is wrong, in words; shown under the control and read with it. */
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean | undefined;
  /** Keeps the label for assistive use only, as in a table cell. */
  readonly labelHidden?: boolean | undefined;
};

export type Wiring = { readonly id: string; readonly "aria-describedby": string | undefined; readonly "aria-invalid": true | undefined };

/** Label, control, hint and error, tied together by ids. Every kind of field stands in this frame. */
export function Field({
  label,
  error,
  hint,
  required,
  labelHidden,
  children,
}: FieldFrame & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const { t } = useTranslation();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="k-field">
      <label htmlFor={id} id={`${id}-label`} className={labelHidden ? "k-hidden" : "k-label"}>
        {label}
        {required && <span className="k-required"> {t("ui.required")}</span>}
      </label>
      {children({ id, "aria-describedby": described === "" ? undefined : described, "aria-invalid": error ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className="k-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="k-error">
          {error}
        </div>
      )}
    </div>
  );
}

type Bare<T> = Omit<T, "className" | "style" | "id">;
/** `onChange` and `ref` are the native ones, so that `{...form.register("name")}` fits. */
export type TextFieldProps = FieldFrame &
  Bare<InputHTMLAttributes<HTMLInputElement>> & { readonly ref?: Ref<HTMLInputElement>; readonly suffix?: ReactNode };

const frameOf = ({ label, error, hint, required, labelHidden }: FieldFrame): FieldFrame => ({ label, error, hint, required, labelHidden });

export function TextField(props: TextFieldProps) {
  const { label: _l, error: _e, hint: _h, required, labelHidden: _lh, suffix, ...input } = props;
  return (
    <Field {...frameOf(props)}>
      {(wiring) => (
        <div className="k-control">
          <input type="text" autoComplete="off" {...input} {...wiring} aria-required={required || undefined} className="k-input" />
          {suffix !== undefined && <span className="k-suffix">{suffix}</span>}
        </div>
      )}
    </Field>
  );
}

/** Decimal text with the number pad on phones. It stays text: amounts are never floats. Full-width digits become plain ones. */
export function DecimalField({ onChange, ...props }: TextFieldProps) {
  return (
    <TextField
      inputMode="decimal"
      {...props}
      onChange={(event) => {
        const plain = event.target.value.normalize("NFKC").replace(/[,\s]/g, "");
        if (plain !== event.target.value) event.target.value = plain;
        onChange?.(event);
      }}
    />
  );
}

export type TextAreaProps = FieldFrame & Bare<TextareaHTMLAttributes<HTMLTextAreaElement>> & { readonly ref?: Ref<HTMLTextAreaElement> };

export function TextArea(props: TextAreaProps) {
  const { label: _l, error: _e, hint: _h, required, labelHidden: _lh, ...area } = props;
  return (
    <Field {...frameOf(props)}>
      {(wiring) => <textarea rows={3} {...area} {...wiring} aria-required={required || undefined} className="k-input k-textarea" />}
    </Field>
  );
}

export type Choice<V extends string = string> = { readonly value: V; readonly label: string; readonly hint?: string };
export type SelectFieldProps = FieldFrame &
  Bare<SelectHTMLAttributes<HTMLSelectElement>> & {
    readonly choices: readonly Choice[];
    /** Words of the empty choice; absent when there is always a value. */
    readonly none?: string;
    readonly ref?: Ref<HTMLSelectElement>;
  };

/** Choice from a short list, by the platform's own control (best on phones). Long lists: `SearchSelect`. */
export function SelectField(props: SelectFieldProps) {
  const { label: _l, error: _e, hint: _h, required, labelHidden: _lh, choices, none, ...select } = props;
  return (
    <Field {...frameOf(props)}>
      {(wiring) => (
        <select {...select} {...wiring} aria-required={required || undefined} className="k-input k-select">
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export type CheckFieldProps = Pick<FieldFrame, "label" | "error" | "hint"> &
  Bare<InputHTMLAttributes<HTMLInputElement>> & { readonly ref?: Ref<HTMLInputElement> };

export function CheckField({ label, error, hint, ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="k-field">
      <label className="k-check">
        <input
          type="checkbox"
          {...input}
          aria-describedby={hint || error ? `${id}-hint` : undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {(hint || error) && (
        <div id={`${id}-hint`} className={error ? "k-error" : "k-hint"}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
