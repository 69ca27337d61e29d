import { useEffect, useRef, useState } from "react";
import { TextField } from "#ui/field.tsx";

const pause = 350;

/** Words to search for; asked for when the typing pauses, and at once on Enter. */
export function SearchBox({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    // The address changed by other means, such as "clear filters" or the way back.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const ask = (words: string) => {
    if (words.trim() === told.current) return;
    told.current = words.trim();
    tell.current(words.trim());
  };
  useEffect(() => {
    const timer = setTimeout(() => ask(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextField
      type="search"
      label={label}
      value={text}
      maxLength={80}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && ask(text)}
    />
  );
}
