import { lazy, Suspense } from "react";
import { type Choice, Field, type FieldFrame } from "./field.tsx";

export type SearchSelectProps = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly onSearch?: (text: string) => void;
};
export type SearchChipsProps = FieldFrame & {
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly placeholder?: string;
};

const One = lazy(() => import("./search-parts.tsx").then(({ SearchSelect: component }) => ({ default: component })));
const Some = lazy(() => import("./search-parts.tsx").then(({ SearchChips: component }) => ({ default: component })));

/** Keeps the place of the control, with its value, until the list has arrived. */
const Waiting = ({ frame, text }: { readonly frame: FieldFrame; readonly text: string }) => (
  <Field {...frame}>{(wiring) => <input {...wiring} className="k-input" value={text} readOnly aria-busy="true" />}</Field>
);
const frameOf = ({ label, error, hint, required, labelHidden }: FieldFrame): FieldFrame => ({ label, error, hint, required, labelHidden });
const labelsOf = (choices: readonly Choice[], held: readonly string[]): string =>
  choices
    .filter(({ value }) => held.includes(value))
    .map(({ label }) => label)
    .join(", ");

/** One of a long list, found by typing. */
export const SearchSelect = (props: SearchSelectProps) => (
  <Suspense fallback={<Waiting frame={frameOf(props)} text={labelsOf(props.choices, props.value === null ? [] : [props.value])} />}>
    <One {...props} />
  </Suspense>
);

/** Any of a long list, found by typing, kept as removable chips. */
export const SearchChips = (props: SearchChipsProps) => (
  <Suspense fallback={<Waiting frame={frameOf(props)} text={labelsOf(props.choices, props.value)} />}>
    <Some {...props} />
  </Suspense>
);
