export const written = () => import("./written.tsx");

/** Parser, checks and schemas of the form, with the part that shows lines: they come once the page stands, before anything is read or sent. */
export async function rules() {
  const [loaded] = await Promise.all([import("./form.ts"), written()]);
  return loaded;
}
