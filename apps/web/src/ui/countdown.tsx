import { useEffect, useState } from "react";
import { serverNow } from "#lib/clock.ts";
import { leftOf, nextThreshold } from "#lib/left.ts";
import { useTranslation } from "#lib/translation.tsx";

type CountdownProps = { readonly to: Date /** Words when the time is over. */; readonly over: string; readonly onOver?: () => void };

/** Time left by the server's clock, every second. A screen reader is told at one day, one hour, ten minutes, one minute and the end. */
export function Countdown({ to, over, onOver }: CountdownProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => serverNow());
  const [told, setTold] = useState("");
  const end = to.getTime();
  useEffect(() => {
    let before = end - serverNow().getTime();
    const timer = setInterval(() => {
      const at = serverNow();
      const left = end - at.getTime();
      setNow(at);
      const passed = nextThreshold(before, left);
      if (passed !== null) setTold(passed === 0 ? over : wordsOf(t, passed));
      if (before > 0 && left <= 0) onOver?.();
      before = left;
    }, 1_000);
    return () => clearInterval(timer);
  }, [end, over, onOver, t]);
  const left = end - now.getTime();
  return (
    <span className={`k-figures${left > 0 && left < 3_600_000 ? " k-urgent" : ""}`}>
      <span aria-hidden={told !== "" || undefined}>{left <= 0 ? over : wordsOf(t, left)}</span>
      <span className="k-hidden" aria-live="polite">
        {told}
      </span>
    </span>
  );
}

type Say = (key: "ui.left.days" | "ui.left.hours" | "ui.left.minutes", params: Record<string, number>) => string;

function wordsOf(t: Say, left: number): string {
  const { days, hours, minutes, seconds } = leftOf(left);
  if (days > 0) return t("ui.left.days", { days, hours });
  if (hours > 0) return t("ui.left.hours", { hours, minutes });
  return t("ui.left.minutes", { minutes, seconds });
}
