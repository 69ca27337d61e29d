let offset = 0;

/** Learns how far this device's clock is from the server's: half of the round trip is taken as the way back. */
export function learnClock(server: Date, sentAt: number, receivedAt: number): void {
  offset = server.getTime() - (sentAt + receivedAt) / 2;
}

/** The server's time as far as known. For showing only: deadlines are decided by the database. */
export const serverNow = (): Date => new Date(Date.now() + offset);
