import { useId } from "react";
import type { Choice, FieldFrame } from "./field.tsx";

type Frame = Pick<FieldFrame, "label" | "error" | "hint" | "labelHidden">;

function Group({
  label,
  error,
  hint,
  labelHidden,
  role,
  children,
}: Frame & { readonly role: "group" | "radiogroup"; readonly children: React.ReactNode }) {
  const id = useId();
  return (
    <div className="k-field" role={role} aria-labelledby={id} aria-describedby={error || hint ? `${id}-hint` : undefined}>
      <span id={id} className={labelHidden ? "k-hidden" : "k-label"}>
        {label}
      </span>
      <div className="k-options">{children}</div>
      {(error || hint) && (
        <div id={`${id}-hint`} className={error ? "k-error" : "k-hint"}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

type OneProps<V extends string> = Frame & {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
};

/** One of a few, all visible: better than a list for two to five choices. */
export function OptionField<V extends string>({ choices, value, onChange, disabled = false, ...frame }: OneProps<V>) {
  const name = useId();
  return (
    <Group {...frame} role="radiogroup">
      {choices.map((choice) => (
        <label key={choice.value} className="k-option">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </Group>
  );
}

type SomeProps<V extends string> = Frame & {
  readonly choices: readonly Choice<V>[];
  readonly value: readonly V[];
  readonly onChange: (value: V[]) => void;
};

/** Any of a few, as chips to tap. Long lists: `SearchChips`. */
export function ChipsField<V extends string>({ choices, value, onChange, ...frame }: SomeProps<V>) {
  return (
    <Group {...frame} role="group">
      {choices.map((choice) => (
        <label key={choice.value} className="k-option">
          <input
            type="checkbox"
            checked={value.includes(choice.value)}
            onChange={(event) => onChange(event.target.checked ? [...value, choice.value] : value.filter((held) => held !== choice.value))}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </Group>
  );
}
