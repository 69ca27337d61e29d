import { useEffect, useRef, useState } from "react";
import { TextField } from "./field.tsx";

const pause = 300;

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onTurn: (text: string) => void;
  readonly placeholder?: string | undefined;
};

/** What a list is searched for: asked once the typing rests, so that the address changes a word at a time. */
export function SearchField({ label, text, onTurn, placeholder }: Props) {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    // Another text than the one asked for comes from the address: Back, or a link to the list without filters.
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      onTurn(typed);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, onTurn]);
  return (
    <TextField
      label={label}
      type="search"
      placeholder={placeholder}
      value={typed}
      maxLength={80}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
