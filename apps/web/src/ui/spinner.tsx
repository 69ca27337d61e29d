/** Turning ring; the words beside it say what is awaited. */
export const Spinner = () => <span className="k-spinner" aria-hidden="true" />;
