import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { say } from "#lib/say.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Card } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { type Todo, useCount, useTodos } from "./counts.ts";

/** What waits for this person, each count a link to the list it counts. Nothing waiting is said, not left blank. */
export function TodoList() {
  const { t } = useTranslation();
  const todos = useTodos();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const told = (key: string, count: number) => setCounts((held) => (held[key] === count ? held : { ...held, [key]: count }));
  const known = todos.every(({ key }) => counts[key] !== undefined);
  const waiting = todos.some(({ key }) => (counts[key] ?? 0) !== 0);
  if (todos.length === 0) return <></>;
  return (
    <Card title={t("shell.workbench.todo")}>
      <ul className="w-todos">
        {todos.map((todo) => (
          <TodoTile key={todo.key} todo={todo} onCount={told} />
        ))}
      </ul>
      {known && !waiting && (
        <p className="w-done">
          <IconCircleCheck size={20} aria-hidden="true" />
          {t("shell.workbench.nothing")}
        </p>
      )}
    </Card>
  );
}

function TodoTile({ todo, onCount }: { readonly todo: Todo; readonly onCount: (key: string, count: number) => void }) {
  const { t } = useTranslation();
  const count = useCount(todo);
  const number = count.data?.count ?? (count.isError ? -1 : undefined);
  useTell(todo.key, number, onCount);
  if (count.isPending || count.data?.count === 0) return <></>;
  return (
    <li>
      <AppLink to={todo.to} search={todo.search as never} className={todo.mine ? "w-todo w-todo-mine" : "w-todo"}>
        <strong className="k-figures">{count.isError ? "?" : `${number}${count.data.more ? "+" : ""}`}</strong>
        <span>{t(todo.label)}</span>
        {count.isError && <span className="k-error">{say(count.error)}</span>}
      </AppLink>
    </li>
  );
}

function useTell(key: string, count: number | undefined, onCount: (key: string, count: number) => void): void {
  useEffect(() => {
    if (count !== undefined) onCount(key, count);
  });
}
