/** Why the program does not start, in words for the person who started it. Printed without a stack: it is not a fault. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
