/** Parser, checks and schemas of the form: they come once the page stands, before anything can be read or sent. */
export const rules = () => import("./form.ts");
