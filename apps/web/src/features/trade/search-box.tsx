import { useEffect, useEffectEvent, useRef, useState } from "react";
import { TextField } from "#ui/field.tsx";

const pause = 350;

type SearchBoxProps = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void };

/** Words to search for; asked for when the typing pauses, and at once on Enter. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const ask = (typed: string) => {
    const words = typed.trim();
    if (words === asked.current) return;
    asked.current = words;
    onChange(words);
  };
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    const timer = setTimeout(() => askNow(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    // Not what was asked here: "clear filters" or the way back changed the address.
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  return (
    <TextField
      type="search"
      label={label}
      value={text}
      maxLength={80}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) ask(text);
      }}
    />
  );
}
