/** Words of a message by its kind: `notification.<kind>`. Engineers of a function add the kinds they send. */
export const notification = {
  "notification.unknown": "有新的进展，请点开查看",
};
