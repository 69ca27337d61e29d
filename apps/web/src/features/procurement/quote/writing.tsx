import { Ahead } from "./ahead.tsx";
import { QuoteFormView } from "./quote-form.tsx";

/** Both ways of writing a quote come in one file: a second one would put fields, forms and schemas that they share into what every page carries. */
export const writing = { Ahead, QuoteFormView };
