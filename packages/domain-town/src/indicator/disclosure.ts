/**
 * A table of towns × quarters with its sums is a ring of flows: each cell runs from its row to its column, each column's sum on to the
 * grand sum, and from there each row's sum back to its row; what flows into a knot flows out. So what somebody can work out about a
 * hidden cell is exactly how much more, or less, could flow through it while every shown amount stays: a largest flow around it.
 */
export type Edge = { readonly from: string; readonly to: string; readonly amount: bigint };

type Arc = { readonly to: string; room: bigint; readonly back: Arc };
const endless = 1n << 100n;

/** The knots with what is hidden between them: a hidden amount can grow without end and shrink to zero. */
function ringOf(hidden: Iterable<Edge>, without: Edge): Map<string, Arc[]> {
  const ring = new Map<string, Arc[]>();
  const at = (knot: string): Arc[] => {
    const arcs = ring.get(knot) ?? [];
    ring.set(knot, arcs);
    return arcs;
  };
  for (const edge of hidden) {
    if (edge === without) continue;
    const forth = { to: edge.to, room: endless } as { to: string; room: bigint; back: Arc };
    const back: Arc = { to: edge.from, room: edge.amount, back: forth };
    forth.back = back;
    at(edge.from).push(forth);
    at(edge.to).push(back);
  }
  return ring;
}

function shortestPath(ring: Map<string, Arc[]>, from: string, to: string): Arc[] | null {
  const cameBy = new Map<string, Arc>();
  const queue = [from];
  for (const knot of queue) {
    if (knot === to) {
      const path: Arc[] = [];
      for (let arc = cameBy.get(to); arc; arc = cameBy.get(arc.back.to)) path.unshift(arc);
      return path;
    }
    for (const arc of ring.get(knot) ?? []) {
      if (arc.room === 0n || arc.to === from || cameBy.has(arc.to)) continue;
      cameBy.set(arc.to, arc);
      queue.push(arc.to);
    }
  }
  return null;
}

/** How much can flow from one knot to another; looks no further than `enough`. */
function flow(ring: Map<string, Arc[]>, from: string, to: string, enough: bigint): bigint {
  let whole = 0n;
  while (whole < enough) {
    const path = shortestPath(ring, from, to);
    if (path === null) return whole;
    const step = path.reduce((least, { room }) => (room < least ? room : least), enough - whole);
    for (const arc of path) {
      arc.room -= step;
      arc.back.room += step;
    }
    whole += step;
  }
  return whole;
}

/** By how much a hidden amount could be larger and smaller than it is, as far as everything shown can tell; up to `enough`. */
export function slackOf(edge: Edge, hidden: readonly Edge[], enough: bigint): { readonly more: bigint; readonly less: bigint } {
  const most = enough < edge.amount ? enough : edge.amount;
  return {
    more: flow(ringOf(hidden, edge), edge.to, edge.from, enough),
    less: flow(ringOf(hidden, edge), edge.from, edge.to, most),
  };
}
