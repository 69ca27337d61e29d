const windowMs = 60_000;

export type Limiter = {
  /** Seconds to wait before asking again, or 0 when the operations may run. */
  spend(who: string, operations: number): number;
};

/** Counts operations, not requests: ten in one batch cost ten. Each key refills evenly over the minute. */
export function limiter(perMinute: number, now: () => number = Date.now): Limiter {
  if (perMinute === 0) return { spend: () => 0 };
  const buckets = new Map<string, { left: number; at: number }>();
  const sweep = (at: number) => {
    for (const [who, bucket] of buckets) if (at - bucket.at > windowMs) buckets.delete(who);
  };
  return {
    spend: (who, operations) => {
      const at = now();
      if (buckets.size > 10_000) sweep(at);
      const bucket = buckets.get(who) ?? { left: perMinute, at };
      const left = Math.min(perMinute, bucket.left + ((at - bucket.at) / windowMs) * perMinute);
      const enough = left >= operations;
      buckets.set(who, { left: enough ? left - operations : left, at });
      return enough ? 0 : Math.max(1, Math.ceil(((operations - left) / perMinute) * (windowMs / 1000)));
    },
  };
}
