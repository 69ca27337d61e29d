import type { ReactNode } from "react";

type Gap = 1 | 2 | 3 | 4 | 5 | 6;
type Box = { readonly children: ReactNode; readonly gap?: Gap };

/** One below the other. Gaps are the six steps of the spacing scale (4, 8, 12, 16, 24, 32 px). */
export const Stack = ({ children, gap = 4 }: Box) => <div className={`k-stack k-gap-${gap}`}>{children}</div>;

/** Side by side, wrapping when there is no room. */
export const Row = ({ children, gap = 2, end = false, between = false }: Box & { readonly end?: boolean; readonly between?: boolean }) => (
  <div className={`k-row k-gap-${gap}${end ? " k-row-end" : ""}${between ? " k-row-between" : ""}`}>{children}</div>
);

/** As many equal columns as fit, none narrower than `least` pixels. */
export const Grid = ({ children, gap = 4, least = 220 }: Box & { readonly least?: 140 | 180 | 220 | 280 | 340 }) => (
  <div className={`k-grid k-gap-${gap} k-least-${least}`}>{children}</div>
);

type CardProps = { readonly title?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode; readonly flush?: boolean };

/** A white sheet with an optional heading; `flush` lets a table reach its edges. */
export const Card = ({ title, actions, children, flush = false }: CardProps) => (
  <section className={`k-card${flush ? " k-card-flush" : ""}`}>
    {(title !== undefined || actions !== undefined) && (
      <header className="k-card-head">
        {title !== undefined && <h2>{title}</h2>}
        {actions}
      </header>
    )}
    <div className="k-card-body">{children}</div>
  </section>
);

/** Name and value in pairs, such as the terms of an order. */
export const Facts = ({ rows }: { readonly rows: readonly { readonly name: string; readonly value: ReactNode }[] }) => (
  <dl className="k-facts">
    {rows.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** Quiet explanatory text. */
export const Quiet = ({ children }: { readonly children: ReactNode }) => <p className="k-quiet">{children}</p>;

/** Content on the left, a narrower companion on the right of wide screens and below on narrow ones. */
export const WithAside = ({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) => (
  <div className="k-with-aside">
    <div className="k-stack k-gap-4">{children}</div>
    <aside className="k-stack k-gap-4">{aside}</aside>
  </div>
);
