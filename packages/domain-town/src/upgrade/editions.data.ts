/** Where a missing point of an item can be won. */
export type Remedy = "course" | "instrument" | "service" | "grant";
export type AssessmentItem = { readonly key: string; readonly weight: number; readonly remedy: Remedy };
export type AssessmentDimension = { readonly key: string; readonly items: readonly AssessmentItem[] };
export type AssessmentEdition = { readonly key: string; readonly source: string | null; readonly dimensions: readonly AssessmentDimension[] };

const item = (key: string, weight: number, remedy: Remedy): AssessmentItem => ({ key, weight, remedy });

/**
 * Editions of the self-assessment. Items and weights are invented for the demo (`source` is null, and the screen says so): a town puts
 * the published tables in their place. Editions are not compared with each other.
 */
export const assessmentEditions: readonly AssessmentEdition[] = [
  {
    key: "2022",
    source: null,
    dimensions: [
      { key: "basis", items: [item("equipment", 12, "instrument"), item("data", 8, "service"), item("security", 5, "course")] },
      {
        key: "operation",
        items: [
          item("design", 8, "service"),
          item("planning", 9, "service"),
          item("production", 13, "grant"),
          item("quality", 10, "instrument"),
          item("trade", 5, "course"),
        ],
      },
      { key: "management", items: [item("goals", 6, "course"), item("people", 5, "course"), item("funds", 4, "grant")] },
      { key: "effect", items: [item("efficiency", 6, "service"), item("yield", 5, "instrument"), item("energy", 4, "grant")] },
    ],
  },
  {
    key: "2024",
    source: null,
    dimensions: [
      { key: "basis", items: [item("equipment", 8, "instrument"), item("data", 8, "service"), item("security", 4, "course")] },
      {
        key: "operation",
        items: [
          item("design", 8, "service"),
          item("planning", 9, "service"),
          item("production", 10, "grant"),
          item("quality", 9, "instrument"),
          item("warehouse", 4, "service"),
          item("trade", 5, "course"),
        ],
      },
      {
        key: "management",
        items: [item("goals", 6, "course"), item("people", 6, "course"), item("funds", 4, "grant"), item("decisions", 4, "service")],
      },
      { key: "effect", items: [item("efficiency", 6, "service"), item("yield", 5, "instrument"), item("energy", 4, "grant")] },
    ],
  },
];
